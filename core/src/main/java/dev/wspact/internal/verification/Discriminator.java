package dev.wspact.internal.verification;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wspact.message.JsonText;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The field that says what a message is meant to be, and the values that mean one expected message.
 *
 * @param field where the field stands
 * @param values its values, in the form of {@code StrictJson.exact}
 */
record Discriminator(JsonPointer field, Set<JsonText> values) {
    /** Names that such fields have by convention, the most usual first. */
    static final List<JsonPointer> CONVENTIONAL = Stream.of(
                    "type",
                    "event",
                    "op",
                    "kind",
                    "messageType",
                    "message_type",
                    "msgType",
                    "eventType",
                    "event_type",
                    "action",
                    "method",
                    "command",
                    "cmd")
            .map(name -> JsonPointer.compile("/" + name))
            .toList();

    boolean accepts(Incoming message) {
        JsonText value = message.valueAt(field);
        return value != null && values.contains(value);
    }
}
