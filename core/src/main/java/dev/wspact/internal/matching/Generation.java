package dev.wspact.internal.matching;

import au.com.dius.pact.core.model.PathToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.wspact.contract.Contents;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies Pact generators to what is sent. */
public final class Generation {
    private static final Set<String> CONTENTS = Set.of("body", "content");
    private static final String METADATA = "metadata";

    private Generation() {}

    /**
     * The contents with generated values in place (Pact specification V3 and V4, "Generators").
     *
     * @param generators Pact's object, {@code {"body": {"$.id": {"type": "ProviderState", …}}}}
     * @param stateValues values that provider states returned, and the states' parameters
     * @throws UnjudgeableException if a generator is unknown, or needs a value that no provider state returned
     */
    public static Contents apply(Contents contents, JsonText generators, Map<String, @Nullable Object> stateValues)
            throws UnjudgeableException {
        if (generators.isEmptyObject()) {
            return contents;
        }
        List<ValueGenerator> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> category : StrictJson.read(generators).properties()) {
            if (isContents(category.getKey())) {
                for (Map.Entry<String, JsonNode> generator : category.getValue().properties()) {
                    all.add(ValueGenerator.read(generator.getKey(), generator.getValue(), stateValues));
                }
            }
        }
        return all.isEmpty() ? contents : contents.isJson() ? json(contents, all) : text(contents, all);
    }

    private static boolean isContents(String category) throws UnjudgeableException {
        if (CONTENTS.contains(category)) {
            return true;
        }
        if (category.equals(METADATA)) {
            return false;
        }
        throw new UnjudgeableException(
                "there are generators for \"" + category + "\", which a message does not have",
                Suggestion.among(List.of("body", "content", METADATA), category));
    }

    private static Contents json(Contents contents, List<ValueGenerator> generators) throws UnjudgeableException {
        JsonNode tree = JsonContents.example(contents.payload());
        for (ValueGenerator generator : generators) {
            tree = applied(generator, generator.path().tokens(), 1, tree);
        }
        String json = StrictJson.text(tree).value();
        return with(contents, json);
    }

    /** The tree with new values where the path, from one of its parts on, leads to. */
    private static JsonNode applied(ValueGenerator generator, List<PathToken> path, int part, JsonNode node)
            throws UnjudgeableException {
        if (part == path.size()) {
            return generator.value(node);
        }
        PathToken token = path.get(part);
        if (node instanceof ObjectNode object
                && (token instanceof PathToken.Field || token instanceof PathToken.Star)) {
            return inObject(generator, path, part, object);
        }
        if (node instanceof ArrayNode array
                && (token instanceof PathToken.Index || token instanceof PathToken.StarIndex)) {
            return inArray(generator, path, part, array);
        }
        throw generator.leadsNowhere();
    }

    private static JsonNode inObject(ValueGenerator generator, List<PathToken> path, int part, ObjectNode object)
            throws UnjudgeableException {
        List<String> names = new ArrayList<>();
        if (path.get(part) instanceof PathToken.Field field) {
            names.add(field.getName());
        } else {
            object.fieldNames().forEachRemaining(names::add);
        }
        for (String name : names) {
            JsonNode member = object.get(name);
            if (member == null) {
                throw generator.leadsNowhere();
            }
            object.set(name, applied(generator, path, part + 1, member));
        }
        return object;
    }

    private static JsonNode inArray(ValueGenerator generator, List<PathToken> path, int part, ArrayNode array)
            throws UnjudgeableException {
        boolean one = path.get(part) instanceof PathToken.Index;
        int first = path.get(part) instanceof PathToken.Index index ? index.getIndex() : 0;
        if (one && first >= array.size()) {
            throw generator.leadsNowhere();
        }
        int end = one ? first + 1 : array.size();
        for (int i = first; i < end; i++) {
            array.set(i, applied(generator, path, part + 1, array.get(i)));
        }
        return array;
    }

    private static Contents text(Contents contents, List<ValueGenerator> generators) throws UnjudgeableException {
        String text = "";
        for (ValueGenerator generator : generators) {
            boolean whole = generator.path().tokens().size() == 1;
            if (!whole || contents.isXml() || !(contents.payload() instanceof Payload.Text)) {
                throw new UnjudgeableException(
                        "the generator at " + generator.path().expression() + " cannot be applied to "
                                + contents.contentType(),
                        "use generators in JSON, or at $ for a whole text");
            }
            text = generator
                    .value(TextNode.valueOf(((Payload.Text) contents.payload()).value()))
                    .asText();
        }
        return with(contents, text);
    }

    private static Contents with(Contents contents, String text) {
        Payload payload = contents.payload() instanceof Payload.Text
                ? new Payload.Text(text)
                : Payload.Binary.of(text.getBytes(StandardCharsets.UTF_8));
        return new Contents(payload, contents.contentType(), contents.contentTypeHint());
    }
}
