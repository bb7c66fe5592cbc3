package dev.wspact.internal.contractfile;

import dev.wspact.contract.ContractFormatException;
import dev.wspact.message.JsonText;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of one object, read by name. What was asked for is known; in the end all others are an error
 * ({@link #rejectOthers}) or kept ({@link #others}). Confined to one thread.
 */
final class Members {
    private final Located object;
    private final Set<String> asked = new LinkedHashSet<>();

    Members(Located object) {
        this.object = object;
    }

    /** The object itself. */
    Located object() {
        return object;
    }

    /** A member, JSON null too; null if there is none. */
    @Nullable
    Located get(String name) {
        asked.add(name);
        return object.member(name);
    }

    /** A member, read; null if there is none. JSON null is read like any value, so most reading methods reject it. */
    <T> @Nullable T get(String name, Function<Located, T> reading) {
        Located member = get(name);
        return member == null ? null : reading.apply(member);
    }

    /** A member, read; the default if there is none. */
    <T> T get(String name, Function<Located, T> reading, T otherwise) {
        Located member = get(name);
        return member == null ? otherwise : reading.apply(member);
    }

    /** A member of Pact's own, where JSON null stands for absent. */
    @Nullable
    Located present(String name) {
        Located member = get(name);
        return member == null || member.value().isNull() ? null : member;
    }

    /** A member of Pact's own, read; the default if it is absent or JSON null. */
    <T> T present(String name, Function<Located, T> reading, T otherwise) {
        Located member = present(name);
        return member == null ? otherwise : reading.apply(member);
    }

    /**
     * A member that must be there.
     *
     * @throws ContractFormatException with this remedy if it is not
     */
    Located require(String name, String remedy) {
        Located member = present(name);
        if (member == null) {
            throw object.error('"' + name + "\" is missing", remedy);
        }
        return member;
    }

    /** Rejects every member that was not asked for. */
    void rejectOthers() {
        forOthers((name, member) -> {
            throw unknown(name, member);
        });
    }

    /** The names that were asked for, as texts list them. */
    String known() {
        return DidYouMean.list(asked);
    }

    /** The error for a member that was not asked for. */
    ContractFormatException unknown(String name, Located member) {
        return member.error('"' + Located.shortened(name) + "\" is not known here", DidYouMean.remedy(name, asked));
    }

    /** Adds every member that was not asked for to the extras, by pointer below the given one. */
    void others(String below, Map<String, JsonText> extras) {
        forOthers((name, member) -> extras.put(below + "/" + Located.escaped(name), member.json()));
    }

    /** Calls the consumer with every member that was not asked for. */
    void forOthers(BiConsumer<String, Located> consumer) {
        object.value().fieldNames().forEachRemaining(name -> {
            Located member = object.member(name);
            if (member != null && !asked.contains(name)) {
                consumer.accept(name, member);
            }
        });
    }
}
