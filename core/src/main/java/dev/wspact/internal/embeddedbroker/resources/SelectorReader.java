package dev.wspact.internal.embeddedbroker.resources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.internal.embeddedbroker.selection.ConsumerSelector;
import dev.wspact.internal.embeddedbroker.store.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads consumer version selectors, with the rules and in the words of the Pact Broker. Confined to one thread. */
final class SelectorReader {
    private static final List<String> BRANCH_FIELDS =
            List.of("latest", "tag", "fallbackTag", "branch", "fallbackBranch", "matchingBranch", "mainBranch");
    private static final List<String> PLACE_FIELDS =
            List.of("environment", "deployed", "released", "deployedOrReleased");
    private static final List<String> TEXTS =
            List.of("tag", "branch", "fallbackTag", "fallbackBranch", "consumer", "environment");
    private static final List<String> FLAGS =
            List.of("mainBranch", "matchingBranch", "deployed", "released", "deployedOrReleased");

    private final Tables tables;
    private final @Nullable String providerBranch;
    private final Fields errors;

    SelectorReader(Tables tables, @Nullable String providerBranch, Fields errors) {
        this.tables = tables;
        this.providerBranch = providerBranch;
        this.errors = errors;
    }

    /** All selectors; what is wrong with them is noted as an error. */
    List<ConsumerSelector> read(JsonNode selectors) {
        List<ConsumerSelector> read = new ArrayList<>();
        if (!selectors.isMissingNode() && !selectors.isNull() && !selectors.isArray()) {
            errors.error("consumerVersionSelectors", "must be an array");
        }
        for (int i = 0; i < selectors.size(); i++) {
            JsonNode selector = selectors.get(i);
            List<String> problems = selector.isObject() ? problems(selector) : List.of("must be a hash");
            int index = i;
            problems.forEach(
                    problem -> errors.error("consumerVersionSelectors", problem + " (at index " + index + ")"));
            if (problems.isEmpty()) {
                read.addAll(selectors(selector));
            }
        }
        return read;
    }

    private List<ConsumerSelector> selectors(JsonNode selector) {
        boolean isEither = is(selector, "deployedOrReleased");
        boolean isDeployed = is(selector, "deployed") || isEither;
        boolean isReleased = is(selector, "released") || isEither;
        if (isEither) {
            return List.of(selector(selector, true, false), selector(selector, false, true));
        }
        return List.of(selector(selector, isDeployed, isReleased));
    }

    private ConsumerSelector selector(JsonNode selector, boolean isDeployed, boolean isReleased) {
        String branch = is(selector, "matchingBranch") ? providerBranch : text(selector, "branch");
        return new ConsumerSelector(
                is(selector, "mainBranch"),
                is(selector, "latest") || is(selector, "mainBranch") || branch != null,
                branch,
                text(selector, "tag"),
                text(selector, "fallbackTag"),
                isDeployed,
                isReleased,
                text(selector, "environment"),
                text(selector, "consumer"));
    }

    private static boolean is(JsonNode selector, String field) {
        return selector.path(field).asBoolean(false);
    }

    private static @Nullable String text(JsonNode selector, String field) {
        JsonNode value = selector.path(field);
        return value.isTextual() ? value.textValue() : null;
    }

    private List<String> problems(JsonNode selector) {
        List<String> problems = new ArrayList<>(types(selector));
        if (problems.isEmpty()) {
            missing(selector, problems);
            combinations(selector, problems);
            fallbacks(selector, problems);
            String environment = text(selector, "environment");
            if (environment != null && tables.environments().find(environment).isEmpty()) {
                problems.add("environment with name '" + environment + "' does not exist");
            }
        }
        return problems;
    }

    private static List<String> types(JsonNode selector) {
        List<String> problems = new ArrayList<>();
        for (String flag : FLAGS) {
            if (selector.has(flag)
                    && !(selector.get(flag).isBoolean() && selector.get(flag).booleanValue())) {
                problems.add(flag + " must be one of: true");
            }
        }
        if (selector.has("latest") && !selector.get("latest").isBoolean()) {
            problems.add("latest must be one of: true, false");
        }
        for (String field : TEXTS) {
            if (selector.has(field) && !selector.get(field).isTextual()) {
                problems.add(field + " must be a string");
            } else if (selector.has(field) && selector.get(field).textValue().isBlank()) {
                problems.add(field + " must be filled");
            }
        }
        return problems;
    }

    private void missing(JsonNode selector, List<String> problems) {
        boolean hasCriterion = FLAGS.stream().anyMatch(flag -> is(selector, flag))
                || is(selector, "latest")
                || List.of("tag", "branch", "environment").stream().anyMatch(selector::has);
        if (!hasCriterion) {
            problems.add("must specify a value for environment or tag or branch, or specify mainBranch=true,"
                    + " matchingBranch=true, latest=true, deployed=true, released=true or deployedOrReleased=true");
        }
        if (is(selector, "matchingBranch") && (providerBranch == null || providerBranch.isBlank())) {
            problems.add("the providerVersionBranch must be specified when the selector matchingBranch=true is used");
        }
    }

    private static void combinations(JsonNode selector, List<String> problems) {
        alone(selector, "mainBranch", Set.of("mainBranch", "consumer", "latest"), problems);
        alone(selector, "matchingBranch", Set.of("matchingBranch", "consumer"), problems);
        boolean isNotLatest = selector.has("latest") && !is(selector, "latest");
        if (is(selector, "mainBranch") && isNotLatest) {
            problems.add("cannot specify mainBranch=true with latest=false");
        }
        if (selector.has("branch") && isNotLatest) {
            problems.add("cannot specify a branch with latest=false");
        }
        if (selector.has("tag") && selector.has("branch")) {
            problems.add("cannot specify both a tag and a branch");
        }
        for (List<String> pair : List.of(
                List.of("deployed", "released"),
                List.of("deployed", "deployedOrReleased"),
                List.of("released", "deployedOrReleased"))) {
            if (pair.stream().allMatch(field -> is(selector, field))) {
                problems.add("cannot specify both " + pair.get(0) + "=true and " + pair.get(1) + "=true");
            }
        }
        List<String> branch = present(selector, BRANCH_FIELDS);
        List<String> place = present(selector, PLACE_FIELDS);
        if (!branch.isEmpty() && !place.isEmpty()) {
            problems.add("cannot specify the " + fields(branch) + " with the " + fields(place));
        }
    }

    private static void alone(JsonNode selector, String field, Set<String> allowed, List<String> problems) {
        List<String> others = new ArrayList<>(present(selector, BRANCH_FIELDS));
        others.addAll(present(selector, PLACE_FIELDS));
        others.removeAll(allowed);
        if (is(selector, field) && !others.isEmpty()) {
            problems.add("cannot specify " + field + "=true with any other criteria apart from consumer");
        }
    }

    private static void fallbacks(JsonNode selector, List<String> problems) {
        if (selector.has("fallbackTag")) {
            if (!is(selector, "latest")) {
                problems.add("fallbackTag can only be set if latest is true");
            }
            if (!selector.has("tag")) {
                problems.add("a tag must be specified when a fallbackTag is specified");
            }
        }
        if (selector.has("fallbackBranch") && !selector.has("branch")) {
            problems.add("a branch must be specified when a fallbackBranch is specified");
        }
    }

    private static List<String> present(JsonNode selector, List<String> fields) {
        return List.copyOf(new TreeSet<>(fields.stream().filter(selector::has).toList()));
    }

    private static String fields(List<String> names) {
        return (names.size() == 1 ? "field " : "fields ") + String.join("/", names);
    }
}
