package dev.wspact.internal.broker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.message.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What the broker says in the body of an error, in any of its forms: {@code errors} by field or as a list, {@code error} as
 * a text or with a reference, notices, or no JSON at all.
 */
final class ErrorText {
    private static final int LONGEST = 1500;
    private static final int EXCERPT = 300;

    private ErrorText() {}

    /** One line; empty if it says nothing. */
    static String of(Answer answer) {
        String text = answer.text().strip();
        if (text.isEmpty()) {
            return "";
        }
        if (answer.isWebPage()) {
            return "a web page";
        }
        try {
            String said = said(answer.tree());
            return cut(said.isEmpty() ? text : said, LONGEST);
        } catch (MalformedJsonException e) {
            return cut(text, EXCERPT);
        }
    }

    private static String said(JsonNode tree) {
        List<String> parts = new ArrayList<>();
        errors(tree.path("errors"), parts);
        JsonNode error = tree.path("error");
        if (error.isTextual()) {
            parts.add(error.textValue());
        } else if (error.isObject()) {
            parts.add(error.path("message").asText("")
                    + (error.path("reference").isTextual()
                            ? " (reference " + error.path("reference").textValue() + ")"
                            : ""));
        }
        if (parts.isEmpty()) {
            elements(tree.path("notices")).forEach(notice -> add(notice.path("text"), parts));
        }
        return parts.stream().filter(part -> !part.isBlank()).distinct().collect(Collectors.joining("; "));
    }

    private static void errors(JsonNode errors, List<String> parts) {
        if (errors.isArray()) {
            errors.forEach(error -> add(error, parts));
        }
        errors.properties().forEach(field -> {
            String messages = elements(field.getValue()).stream()
                    .map(message -> message.isTextual() ? message.textValue() : message.toString())
                    .collect(Collectors.joining(", "));
            // a broker's own words for a whole pact need no name of a field before them
            boolean sentence = field.getKey().isEmpty() || field.getKey().equals("contracts");
            parts.add(sentence ? messages : field.getKey() + " " + messages);
        });
    }

    private static void add(JsonNode text, List<String> parts) {
        if (text.isTextual()) {
            parts.add(text.textValue());
        } else if (!text.isMissingNode()) {
            parts.add(text.toString());
        }
    }

    private static List<JsonNode> elements(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false).toList()
                : node.isMissingNode() ? List.of() : List.of(node);
    }

    private static String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, Visible.boundary(text, limit)) + "…";
    }
}
