package dev.wspact.internal.inference;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.internal.json.ReceivedPayload;
import dev.wspact.internal.recording.RecordedConnection;
import dev.wspact.internal.recording.RecordedEvent;
import dev.wspact.message.Direction;
import dev.wspact.message.Payload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The JSON messages of one connection, in their order.
 *
 * @param connection the connection
 * @param messages its messages
 * @param other how many messages are no JSON objects, which nothing is inferred from
 */
record Dialogue(RecordedConnection connection, List<Said> messages, long other) {
    static Dialogue of(RecordedConnection connection, JsonPointer discriminator) {
        List<Said> messages = new ArrayList<>();
        long other = 0;
        for (RecordedEvent event : connection.events()) {
            if (event instanceof RecordedEvent.Message message) {
                JsonNode tree = new ReceivedPayload(message.captured().payload()).jsonOrNull();
                if (tree == null || !tree.isObject()) {
                    other++;
                    continue;
                }
                message.redacted().forEach(pointer -> remove(tree, JsonPointer.compile(pointer)));
                boolean sent = message.captured().direction() == Direction.SENT;
                boolean text = message.captured().payload() instanceof Payload.Text;
                messages.add(new Said(sent, Kind.of(tree, discriminator, sent, text), tree, message.sinceOpen()));
            }
        }
        return new Dialogue(connection, List.copyOf(messages), other);
    }

    /** What was taken out of a recording must not be taken for what was sent. */
    private static void remove(JsonNode tree, JsonPointer pointer) {
        JsonNode parent = tree.at(pointer.head());
        if (parent instanceof ObjectNode object) {
            object.remove(pointer.last().getMatchingProperty());
        } else if (parent instanceof ArrayNode array && array.has(pointer.last().getMatchingIndex())) {
            array.remove(pointer.last().getMatchingIndex());
        }
    }

    /**
     * One message.
     *
     * @param sent whether the client sent it
     * @param kind its type
     * @param tree the message
     * @param at when, since the connection was open
     */
    record Said(boolean sent, Kind kind, JsonNode tree, Duration at) {
        /** The same in words, whenever it was. */
        Said untimed() {
            return new Said(sent, kind, tree, Duration.ZERO);
        }
    }
}
