package dev.wspact.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Counts the values of a JSON text without a tree, which takes far more memory than the text. */
public final class ValueLimit {
    private static final JsonFactory JSON = new JsonFactory();

    private ValueLimit() {}

    /** Whether a text holds more values than that; where it is no JSON, whether it does so up to there. */
    public static boolean isExceeded(String json, int most) {
        // a value has a character, and a comma or bracket
        if (json.length() / 2 < most) {
            return false;
        }
        int values = 0;
        try (JsonParser parser = JSON.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null && values <= most; token = parser.nextToken()) {
                values += token.isScalarValue() || token.isStructStart() ? 1 : 0;
            }
        } catch (IOException readToThere) {
            return values > most;
        }
        return values > most;
    }
}
