package dev.wspact.internal.matching;

import au.com.dius.pact.core.matchers.Matching;
import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.matchers.MetadataMismatch;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.support.Json;
import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.core.support.json.JsonValue;
import dev.wspact.message.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares message metadata (Pact specification V3, "Message metadata"). Frames carry none, so no message on a WebSocket is
 * judged by this; it is here for what else may carry a message, and for the cases of the Pact compatibility suite.
 */
final class MessageMetadata {
    private MessageMetadata() {}

    /** How the metadata differ; a missing content type is no difference. */
    static List<Difference> differences(JsonText expected, JsonText matchingRules, JsonText actual) {
        JsonValue rules = JsonParser.parseString(matchingRules.value()).get("metadata");
        MatchingContext context = new MatchingContext(new MatchingRuleCategory("metadata").fromJson(rules), true);
        return Matching.compareMessageMetadata(map(expected), map(actual), context).stream()
                .map(MessageMetadata::difference)
                .toList();
    }

    private static Map<String, Object> map(JsonText json) {
        JsonValue.Object object = JsonParser.parseString(json.value()).asObject();
        Map<String, Object> map = new LinkedHashMap<>();
        if (object != null) {
            map.putAll(object.getEntries());
        }
        return map;
    }

    private static Difference difference(MetadataMismatch mismatch) {
        return new Difference(
                "$." + mismatch.getKey(),
                "metadata",
                Words.shortened(Json.toJson(mismatch.getExpected()).serialise()),
                Words.shortened(mismatch.getMismatch()));
    }
}
