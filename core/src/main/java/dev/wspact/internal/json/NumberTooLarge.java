package dev.wspact.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * A number whose exponent is beyond what a decimal can hold, such as {@code 1e9999999999}. The parser reports it by an
 * exception of numbers, without a place.
 */
final class NumberTooLarge {
    private NumberTooLarge() {}

    /** The problem, with the place of the first such number in a text that has one. */
    static MalformedJsonException in(String json) {
        JsonLocation place = null;
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null && place == null; token = parser.nextToken()) {
                place = token == JsonToken.VALUE_NUMBER_FLOAT && !canBeHeld(parser)
                        ? parser.currentTokenLocation()
                        : null;
            }
        } catch (IOException withoutPlace) {
            place = null;
        }
        return new MalformedJsonException(
                "the exponent of a number is too large",
                place == null ? 0 : place.getLineNr(),
                place == null ? 0 : place.getColumnNr());
    }

    private static boolean canBeHeld(JsonParser parser) throws IOException {
        try {
            parser.getDecimalValue();
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
