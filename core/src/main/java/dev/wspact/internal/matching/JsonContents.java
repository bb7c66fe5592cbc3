package dev.wspact.internal.matching;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.internal.json.DeepStack;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.ReceivedPayload;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.internal.time.Deadline;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** JSON contents, compared by example and matching rules. */
final class JsonContents implements ContentMatcher {
    /** How deeply an example may be nested so that any stack suffices to walk down it. */
    private static final int SHALLOW = 50;

    private final JsonNode example;
    private final boolean deep;
    private final RuleSet rules;
    private final boolean unexpectedKeysFail;

    JsonContents(Payload example, RuleSet rules, boolean unexpectedKeysFail) throws UnjudgeableException {
        this.example = example(example);
        this.deep = isDeeper(this.example, SHALLOW);
        this.rules = rules;
        this.unexpectedKeysFail = unexpectedKeysFail;
    }

    /** The tree of an example. */
    static JsonNode example(Payload example) throws UnjudgeableException {
        try {
            return new ReceivedPayload(example).json();
        } catch (MalformedJsonException e) {
            throw new UnjudgeableException(
                    "the example is not JSON, though its content type says so: " + at(e),
                    "correct the example, or its content type");
        }
    }

    @Override
    public List<Difference> differences(ReceivedPayload message, Deadline deadline) throws UnjudgeableException {
        JsonNode json;
        try {
            json = message.json();
        } catch (MalformedJsonException e) {
            return List.of(malformed(message.payload(), e));
        }
        return walked(() -> walk(json, deadline)).differences();
    }

    /** Both walks go down the example, and no deeper. */
    private <T> T walked(Supplier<T> walk) {
        return deep ? DeepStack.callDeep(walk) : walk.get();
    }

    private static boolean isDeeper(JsonNode node, int levels) {
        if (!node.isContainerNode()) {
            return false;
        }
        if (levels == 0) {
            return true;
        }
        for (JsonNode element : node) {
            if (isDeeper(element, levels - 1)) {
                return true;
            }
        }
        return false;
    }

    private Walked walk(JsonNode json, Deadline deadline) {
        try {
            JsonWalk walk = new JsonWalk(rules, unexpectedKeysFail, new WorkClock(deadline));
            return new Walked(walk.differences(example, json), null);
        } catch (UnjudgeableException e) {
            return new Walked(List.of(), e);
        }
    }

    /** What is said of a message that is not JSON: the place first, since it must not be cut, then the text there. */
    static Difference malformed(Payload message, MalformedJsonException problem) {
        String place = problem.line() > 0 ? "line " + problem.line() + ", column " + problem.column() + ": " : "";
        String told = place + Words.shortened(problem.problem());
        if (message.sizeInBytes() == 0) {
            return new Difference("$", "json", "one JSON value", told);
        }
        String excerpt = message instanceof Payload.Text text
                ? Words.quotedAround(text.value(), problem.line(), problem.column())
                : Words.bytes(message.toBytes());
        return new Difference("$", "json", "one JSON value", told + ", in " + excerpt);
    }

    private static String at(MalformedJsonException problem) {
        return problem.line() > 0
                ? problem.problem() + " (line " + problem.line() + ", column " + problem.column() + ")"
                : problem.problem();
    }

    @Override
    public boolean readsJson() {
        return true;
    }

    @Override
    public Map<String, Set<JsonText>> exactValues() {
        Map<String, Set<JsonText>> values = new LinkedHashMap<>();
        return walked(() -> {
            collect(example, new ArrayList<>(List.of("$")), "", values);
            return values;
        });
    }

    private void collect(JsonNode node, List<String> place, String pointer, Map<String, Set<JsonText>> values) {
        RuleSet.Group group = rules.best(place);
        if (node.isObject()) {
            if (group == null || (!group.freesKeys() && !rules.freesKeys(place) && !isAlternative(group))) {
                for (Map.Entry<String, JsonNode> member : node.properties()) {
                    place.add(member.getKey());
                    collect(member.getValue(), place, pointer + "/" + escaped(member.getKey()), values);
                    place.remove(place.size() - 1);
                }
            }
        } else if (node.isValueNode() && (group == null || isEquality(group))) {
            values.put(pointer, Set.of(StrictJson.exact(node)));
        }
    }

    private static boolean isAlternative(RuleSet.Group group) {
        return group.anyOf() && group.rules().size() > 1;
    }

    private static boolean isEquality(RuleSet.Group group) {
        return !isAlternative(group)
                && group.rules().stream().anyMatch(rule -> rule.name().equals("equality"));
    }

    private static String escaped(String member) {
        return member.replace("~", "~0").replace("/", "~1");
    }

    /** What came of a walk: differences, or why there can be none. */
    private record Walked(List<Difference> found, @Nullable UnjudgeableException problem) {
        List<Difference> differences() throws UnjudgeableException {
            if (problem != null) {
                throw problem;
            }
            return found;
        }
    }
}
