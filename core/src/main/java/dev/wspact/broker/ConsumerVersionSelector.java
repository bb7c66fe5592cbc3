package dev.wspact.broker;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which versions of the consumers a provider is verified against (Pact Broker, "Consumer Version Selectors").
 *
 * @param members the selector as the broker takes it: texts, and {@code true}
 */
public record ConsumerVersionSelector(Map<String, Object> members) {
    private static final Set<String> FLAGS =
            Set.of("mainBranch", "matchingBranch", "latest", "deployed", "released", "deployedOrReleased");
    private static final Set<String> TEXTS =
            Set.of("branch", "fallbackBranch", "tag", "fallbackTag", "environment", "consumer");

    /** Copies the map; rejects an empty one, members that no broker knows, and values that it does not take. */
    public ConsumerVersionSelector {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        if (members.isEmpty()) {
            throw new IllegalArgumentException(
                    "a selector has no members; the broker wants at least one of " + known());
        }
        members.forEach(ConsumerVersionSelector::check);
    }

    private static void check(String name, Object value) {
        if (FLAGS.contains(name)) {
            if (!Boolean.TRUE.equals(value)) {
                throw new IllegalArgumentException(
                        "the selector's " + name + " is " + value + ", but can only be true; leave it out otherwise");
            }
        } else if (!TEXTS.contains(name)) {
            throw new IllegalArgumentException(
                    "a selector has no member \"" + name + "\"; the broker knows " + known());
        } else if (!(value instanceof String text) || text.isBlank()) {
            throw new IllegalArgumentException("the selector's " + name + " is " + value + ", but must be a name");
        }
    }

    private static String known() {
        List<String> names = new ArrayList<>(FLAGS);
        names.addAll(TEXTS);
        Collections.sort(names);
        return String.join(", ", names);
    }

    /** The latest version on each consumer's main branch. */
    public static ConsumerVersionSelector mainBranch() {
        return of("mainBranch", true);
    }

    /** The latest version on a branch of this name. */
    public static ConsumerVersionSelector branch(String name) {
        return of("branch", name);
    }

    /** The latest version on the branch named like the provider's own. */
    public static ConsumerVersionSelector matchingBranch() {
        return of("matchingBranch", true);
    }

    /** All versions that are deployed, or released and supported, in any environment. */
    public static ConsumerVersionSelector deployedOrReleased() {
        return of("deployedOrReleased", true);
    }

    /** All versions that are deployed or released in one environment. */
    public static ConsumerVersionSelector environment(String name) {
        return of("environment", name);
    }

    /** All versions with a tag. */
    public static ConsumerVersionSelector tag(String name) {
        return of("tag", name);
    }

    /** The latest version. */
    public static ConsumerVersionSelector latest() {
        return of("latest", true);
    }

    private static ConsumerVersionSelector of(String name, Object value) {
        return new ConsumerVersionSelector(Map.of(name, value));
    }

    /** The same with one member more, such as {@code consumer}, {@code latest} or {@code fallbackTag}. */
    public ConsumerVersionSelector with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new ConsumerVersionSelector(more);
    }
}
