package dev.wspact.internal.mock;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.contract.Contents;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.internal.matching.Generation;
import dev.wspact.internal.matching.UnjudgeableException;
import dev.wspact.message.FrameType;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that the contract says the provider sends: its example, with generators applied, or one variant after the
 * other.
 *
 * @param forms what it can look like, at least one: the example, or the variants
 * @param frame how it is sent
 * @param generators Pact generators for it, but for those of provider states, which have no values here
 */
record ServerMessage(List<Contents> forms, FrameType frame, JsonText generators) {
    private static final String PROVIDER_STATE = "ProviderState";

    /** Copies the list. */
    ServerMessage {
        forms = List.copyOf(forms);
    }

    /**
     * A message as it is sent.
     *
     * @param variants other examples to send in its place; empty for its own
     * @throws UnjudgeableException if a generator is unknown
     */
    static ServerMessage of(ExpectedMessage message, List<JsonText> variants) throws UnjudgeableException {
        Contents example = message.contents();
        List<Contents> forms = new ArrayList<>();
        for (JsonText variant : variants) {
            forms.add(with(example, variant.value()));
        }
        ServerMessage made = new ServerMessage(
                forms.isEmpty() ? List.of(example) : forms,
                message.effectiveFrame(),
                withoutStates(message.generators()));
        // finds at the start what would otherwise fail in the middle of a session
        made.generated(0);
        return made;
    }

    /** The message, in one of its forms. */
    JsonNode json(int form) throws UnjudgeableException {
        return tree(generated(form));
    }

    /** Whether it can be changed as JSON before it is sent. */
    boolean isJson() {
        return forms.get(0).isJson() && forms.get(0).payload().sizeInBytes() > 0;
    }

    /** What is sent as it is, in one of its forms. */
    Payload payload(int form) throws UnjudgeableException {
        return inFrame(generated(form).payload().toBytes());
    }

    /** What is sent of a changed JSON. */
    Payload payload(JsonNode json) {
        return inFrame(StrictJson.text(json).value().getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the example has all of these values. */
    boolean has(Map<String, JsonText> values) {
        if (!isJson()) {
            return false;
        }
        JsonNode tree = tree(forms.get(0));
        return values.entrySet().stream()
                .allMatch(value ->
                        isEqual(tree.at(JsonPointer.compile(value.getKey())), StrictJson.read(value.getValue())));
    }

    private static boolean isEqual(JsonNode value, JsonNode wanted) {
        return !value.isMissingNode() && StrictJson.exact(value).equals(StrictJson.exact(wanted));
    }

    /** Sets a value where a pointer leads to, if its parent is there. */
    static void set(JsonNode json, JsonPointer pointer, @Nullable JsonNode value) {
        JsonPointer parent = pointer.head();
        if (value != null && parent != null && json.at(parent) instanceof ObjectNode object) {
            object.set(pointer.last().getMatchingProperty(), value);
        }
    }

    private Contents generated(int form) throws UnjudgeableException {
        return Generation.apply(forms.get(form % forms.size()), generators, Map.of());
    }

    private Payload inFrame(byte[] bytes) {
        return frame == FrameType.BINARY
                ? Payload.Binary.of(bytes)
                : new Payload.Text(new String(bytes, StandardCharsets.UTF_8));
    }

    private static JsonNode tree(Contents contents) {
        try {
            return contents.payload() instanceof Payload.Text text
                    ? StrictJson.read(text.value())
                    : StrictJson.read(contents.payload().toBytes());
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("the reader lets no example pass that is no JSON", e);
        }
    }

    private static Contents with(Contents example, String json) {
        return new Contents(new Payload.Text(json), example.contentType(), example.contentTypeHint());
    }

    private static JsonText withoutStates(JsonText generators) {
        if (generators.isEmptyObject()) {
            return generators;
        }
        JsonNode tree = StrictJson.read(generators);
        for (JsonNode category : tree) {
            if (category instanceof ObjectNode paths) {
                paths.properties()
                        .removeIf(path -> path.getValue().path("type").asText().equals(PROVIDER_STATE));
            }
        }
        return StrictJson.text(tree);
    }
}
