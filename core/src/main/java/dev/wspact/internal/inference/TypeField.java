package dev.wspact.internal.inference;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.internal.json.ReceivedPayload;
import dev.wspact.internal.recording.RecordedConnection;
import dev.wspact.internal.recording.RecordedEvent;
import dev.wspact.internal.recording.Recording;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the field that tells types of messages apart: the first of the usual names that is a word in most messages. */
final class TypeField {
    private static final int MOST_TYPES = 100;

    private static final List<JsonPointer> USUAL = Stream.of(
                    "/type",
                    "/event",
                    "/op",
                    "/kind",
                    "/messageType",
                    "/message_type",
                    "/msgType",
                    "/eventType",
                    "/event_type",
                    "/action",
                    "/method",
                    "/name",
                    "/header/type",
                    "/meta/type")
            .map(JsonPointer::compile)
            .toList();

    private TypeField() {}

    /** The field, by name or JSON Pointer if it is not empty; {@code /type} if no field is one. */
    static JsonPointer of(List<Recording> recordings, String named) {
        if (!named.isEmpty()) {
            return named.startsWith("/")
                    ? JsonPointer.compile(named)
                    : JsonPointer.empty().appendProperty(named);
        }
        return USUAL.stream()
                .filter(field -> tellsApart(recordings, field))
                .findFirst()
                .orElse(USUAL.get(0));
    }

    private static boolean tellsApart(List<Recording> recordings, JsonPointer field) {
        long with = 0;
        long all = 0;
        Set<String> values = new HashSet<>();
        for (Recording recording : recordings) {
            for (RecordedConnection connection : recording.connections()) {
                for (RecordedEvent event : connection.events()) {
                    JsonNode tree = event instanceof RecordedEvent.Message message
                            ? new ReceivedPayload(message.captured().payload()).jsonOrNull()
                            : null;
                    if (tree != null && tree.isObject()) {
                        all++;
                        JsonNode value = tree.at(field);
                        if (value.isTextual() && value.textValue().length() <= 100) {
                            with++;
                            values.add(value.textValue());
                        }
                    }
                }
            }
        }
        return with * 2 > all && values.size() <= MOST_TYPES;
    }
}
