package dev.wspact.internal.inference;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A type of message.
 *
 * @param value the discriminator's value; empty if the message has none
 * @param sent whether the client sends it
 * @param text whether it is text; binary otherwise
 */
record Kind(String value, boolean sent, boolean text) {
    static Kind of(JsonNode message, JsonPointer discriminator, boolean sent, boolean text) {
        JsonNode value = message.at(discriminator);
        return new Kind(value.isTextual() ? value.textValue() : "", sent, text);
    }

    /** For descriptions. */
    String word() {
        return (value.isEmpty() ? "a message without a type" : "a message of type " + value)
                + (text ? "" : " (binary)");
    }
}
