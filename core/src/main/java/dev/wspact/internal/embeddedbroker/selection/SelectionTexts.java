package dev.wspact.internal.embeddedbroker.selection;

import dev.wspact.internal.embeddedbroker.store.Environment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Selectors in words, as the Pact Broker says them. */
final class SelectionTexts {
    private SelectionTexts() {}

    /** All choices in a few words. */
    static String brief(List<Choice> choices) {
        return choices.stream().map(SelectionTexts::brief).collect(Collectors.joining(", "));
    }

    private static String brief(Choice choice) {
        ConsumerSelector selector = choice.selector();
        return switch (selector.kind()) {
            case LATEST -> "latest";
            case MAIN_BRANCH -> "latest from main branch";
            case BRANCH -> "latest from branch " + selector.branch();
            case LATEST_TAGGED ->
                "latest with tag " + (selector.fallbackTag() == null ? selector.tag() : selector.fallbackTag());
            case TAGGED -> "one of " + (selector.consumer() == null ? "" : selector.consumer() + " ") + selector.tag();
            case DEPLOYED -> "deployed to " + environment(choice);
            case RELEASED -> "released in " + environment(choice);
            case ENVIRONMENT -> "in " + environment(choice);
        };
    }

    private static String environment(Choice choice) {
        Environment environment = choice.environment();
        return environment == null ? "" : environment.name();
    }

    /** One line for each choice, those of one environment kind in one line. */
    static String criteria(List<Choice> choices, String provider, @Nullable String mainBranch) {
        Map<ConsumerSelector.Kind, List<Choice>> byKind = new LinkedHashMap<>();
        choices.forEach(choice -> byKind.computeIfAbsent(choice.selector().kind(), kind -> new ArrayList<>())
                .add(choice));
        List<String> lines = new ArrayList<>();
        byKind.forEach((kind, same) -> {
            switch (kind) {
                case DEPLOYED -> lines.addAll(present(same, "currently deployed to"));
                case RELEASED -> lines.addAll(present(same, "released and supported in"));
                default ->
                    same.forEach(choice -> lines.add(criterion(choice, provider, mainBranch) + " ("
                            + choice.pact().consumerVersion() + ")"));
            }
        });
        return lines.stream().map(line -> "    * " + line).collect(Collectors.joining("\n"));
    }

    private static List<String> present(List<Choice> choices, String how) {
        Map<String, List<String>> byConsumer = new LinkedHashMap<>();
        for (Choice choice : choices) {
            String consumer = choice.selector().consumer();
            byConsumer
                    .computeIfAbsent(
                            consumer == null ? "consumer version(s)" : "version(s) of " + consumer,
                            label -> new ArrayList<>())
                    .add(environment(choice) + " (" + choice.pact().consumerVersion() + ")");
        }
        return byConsumer.entrySet().stream()
                .map(entry -> entry.getKey() + " " + how + " " + joined(entry.getValue()))
                .toList();
    }

    private static String criterion(Choice choice, String provider, @Nullable String mainBranch) {
        ConsumerSelector selector = choice.selector();
        String consumer = selector.consumer();
        String latest = "latest version" + (consumer == null ? "" : " of " + consumer);
        return switch (selector.kind()) {
            case LATEST ->
                "latest version of " + (consumer == null ? "a consumer" : consumer) + " that has a pact with "
                        + provider;
            case MAIN_BRANCH -> latest + " from the main branch '" + mainBranch + "'";
            case BRANCH -> latest + " from branch '" + selector.branch() + "'";
            case LATEST_TAGGED ->
                selector.fallbackTag() == null
                        ? latest + " tagged '" + selector.tag() + "'"
                        : latest + " tagged '" + selector.fallbackTag()
                                + "' (fallback tag used as no pact was found with tag '" + selector.tag() + "')";
            case TAGGED ->
                "all " + (consumer == null ? "consumer" : consumer) + " versions tagged '" + selector.tag() + "'";
            default -> (consumer == null ? "a consumer" : consumer) + " version in environment " + environment(choice);
        };
    }

    /** {@code a, b and c}. */
    static String joined(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** Those words in quotes. */
    static String quoted(List<String> words) {
        return joined(words.stream().map(word -> "'" + word + "'").toList());
    }
}
