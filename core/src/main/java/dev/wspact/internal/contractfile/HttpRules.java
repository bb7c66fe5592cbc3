package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rewrites matching rules of an HTTP response ({@code status}, {@code header}) as body rules of a handshake's contents.
 * A rule that is not known stays as it is, so that matching can say so.
 */
final class HttpRules {
    private static final Map<String, String> STATUS_CLASSES = Map.of(
            "info", "1\\d\\d",
            "success", "2\\d\\d",
            "redirect", "3\\d\\d",
            "clientError", "4\\d\\d",
            "serverError", "5\\d\\d",
            "nonError", "[123]\\d\\d",
            "error", "[45]\\d\\d");

    private HttpRules() {}

    /** Rules of category {@code body}; an empty object if there are none. */
    static JsonNode asBodyRules(JsonNode rules) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (rules.has("status")) {
            body.set("$.status", status(rules.get("status")));
        }
        rules.path("header").properties().forEach(header -> body.set(path(header.getKey()), header.getValue()));
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        if (!body.isEmpty()) {
            all.set("body", body);
        }
        return all;
    }

    private static String path(String header) {
        return "$.headers['" + header.replace("\\", "\\\\").replace("'", "\\'") + "'][*]";
    }

    private static JsonNode status(JsonNode rule) {
        JsonNode copy = rule.deepCopy();
        if (copy.path("matchers") instanceof ArrayNode matchers) {
            for (int i = 0; i < matchers.size(); i++) {
                matchers.set(i, statusMatcher(matchers.get(i)));
            }
        }
        return copy;
    }

    private static JsonNode statusMatcher(JsonNode matcher) {
        JsonNode status = matcher.path("status");
        String regex = status.isArray() ? codes(status) : STATUS_CLASSES.get(status.asText());
        if (!matcher.path("match").asText().equals("statusCode") || regex == null) {
            return matcher;
        }
        return JsonNodeFactory.instance.objectNode().put("match", "regex").put("regex", regex);
    }

    private static String codes(JsonNode codes) {
        List<String> texts = new ArrayList<>();
        codes.forEach(code -> texts.add(code.asText()));
        return String.join("|", texts);
    }
}
