package dev.wspact.internal.recording;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.wspact.internal.json.ReceivedPayload;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.internal.redaction.Secrets;
import dev.wspact.message.Payload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes secrets out of what is recorded: by name out of URLs and header fields, by JSON Pointer out of messages. */
public final class MessageRedaction {
    private final Secrets secrets;
    private final List<JsonPointer> pointers;

    private MessageRedaction(Secrets secrets, List<JsonPointer> pointers) {
        this.secrets = secrets;
        this.pointers = pointers;
    }

    /**
     * A redaction.
     *
     * @param names names of header fields and query parameters, beside those that are built in
     * @param pointers JSON Pointers into messages
     * @throws IllegalArgumentException if one of them is no JSON Pointer
     */
    public static MessageRedaction of(Set<String> names, List<String> pointers) {
        return new MessageRedaction(
                Secrets.and(names),
                pointers.stream().map(MessageRedaction::pointer).toList());
    }

    private static JsonPointer pointer(String text) {
        JsonPointer pointer = JsonPointer.compile(text);
        if (pointer.matches()) {
            throw new IllegalArgumentException(
                    "the JSON Pointer \"\" is the whole message, of which nothing would be left");
        }
        return pointer;
    }

    /** What is secret by its name. */
    Secrets secrets() {
        return secrets;
    }

    /** The payload without what the pointers point to. A message that is no JSON stays as it is. */
    Redacted of(Payload payload) {
        if (pointers.isEmpty()) {
            return new Redacted(payload, List.of());
        }
        JsonNode tree = new ReceivedPayload(payload).jsonOrNull();
        if (tree == null) {
            return new Redacted(payload, List.of());
        }
        List<String> done = new ArrayList<>();
        for (JsonPointer pointer : pointers) {
            if (replace(tree.at(pointer.head()), pointer.last())) {
                done.add(pointer.toString());
            }
        }
        return done.isEmpty() ? new Redacted(payload, done) : new Redacted(written(tree, payload), done);
    }

    private static boolean replace(JsonNode parent, JsonPointer last) {
        if (parent instanceof ObjectNode object && object.has(last.getMatchingProperty())) {
            object.put(last.getMatchingProperty(), Secrets.MASK);
            return true;
        }
        if (parent instanceof ArrayNode array && array.has(last.getMatchingIndex())) {
            array.set(last.getMatchingIndex(), TextNode.valueOf(Secrets.MASK));
            return true;
        }
        return false;
    }

    private static Payload written(JsonNode tree, Payload original) {
        String text = StrictJson.text(tree).value();
        return original instanceof Payload.Text
                ? new Payload.Text(text)
                : Payload.Binary.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A payload, and what was taken out of it.
     *
     * @param payload what is left
     * @param pointers to what was taken out
     */
    record Redacted(Payload payload, List<String> pointers) {}
}
