package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.contract.Channel;
import dev.wspact.contract.Contents;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.message.Headers;
import dev.wspact.message.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A {@code Synchronous/HTTP} interaction whose request asks for an upgrade to WebSocket (RFC 6455 section 4.1): the
 * request becomes the channel, status and headers of the response become the contents of a handshake.
 */
final class HttpHandshake {
    private final Located response;
    private final Located request;

    HttpHandshake(Members members) {
        this.request = members.require("request", "Write the opening handshake");
        this.response = members.require("response", "Write the answer to the opening handshake");
    }

    /** Whether an interaction is one. */
    static boolean isUpgrade(JsonNode interaction) {
        return interaction.path("request").path("headers").properties().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Upgrade"))
                .flatMap(header -> texts(header.getValue()).stream())
                .anyMatch(value -> value.equalsIgnoreCase("websocket"));
    }

    /** What of the interaction cannot be expressed as a handshake; null if nothing. */
    @Nullable
    String obstacle() {
        if (has(response, "body")) {
            return "the answer to the opening handshake has a body, which is not compared";
        }
        if (has(request, "generators") || has(response, "generators")) {
            return "generators in an opening handshake are not supported";
        }
        return null;
    }

    private static boolean has(Located part, String name) {
        JsonNode value = part.value().path(name);
        return !value.isMissingNode() && !value.isNull() && !(value.isObject() && value.isEmpty());
    }

    /** Path, query, headers and subprotocols of the request. Fields that every opening handshake has are left out. */
    Channel channel() {
        Members members = request.members();
        Map<String, List<String>> headers = headers(members);
        List<String> subprotocols = new ArrayList<>();
        headers.entrySet().removeIf(header -> {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.equals("sec-websocket-protocol")) {
                header.getValue()
                        .forEach(value ->
                                Stream.of(value.split(",")).map(String::strip).forEach(subprotocols::add));
            }
            return name.equals("upgrade") || name.equals("connection") || name.startsWith("sec-websocket-");
        });
        String path = members.present("path", Located::text, "/");
        return new Channel(path, query(members), new Headers(headers), subprotocols, null);
    }

    private static Map<String, List<String>> query(Members request) {
        Located query = request.present("query");
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (query != null && query.value().isTextual()) {
            throw query.error(
                    "\"query\" must be an object of lists, as Pact V3 and later write it",
                    "Write {\"user\": [\"42\"]} instead of \"user=42\"");
        }
        if (query != null) {
            query.members().forOthers((name, value) -> values.put(name, texts(value.value())));
        }
        return values;
    }

    private static Map<String, List<String>> headers(Members part) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        Located all = part.present("headers");
        if (all != null) {
            all.members().forOthers((name, value) -> headers.put(name, texts(value.value())));
        }
        return headers;
    }

    private static List<String> texts(JsonNode value) {
        if (!value.isArray()) {
            return List.of(value.asText());
        }
        List<String> texts = new ArrayList<>();
        value.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    /** Status and headers of the response, with its matching rules. */
    ExpectedMessage answer() {
        Members members = response.members();
        ObjectNode contents = JsonNodeFactory.instance.objectNode();
        Located status = members.require("status", "Write the HTTP status of the answer");
        contents.put("status", status.count(100));
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        headers(members).forEach((name, values) -> {
            ArrayNode array = fields.putArray(name);
            values.forEach(array::add);
        });
        if (!fields.isEmpty()) {
            contents.set("headers", fields);
        }
        JsonNode rules = members.present("matchingRules", Located::value, JsonNodeFactory.instance.objectNode());
        return new ExpectedMessage(
                Contents.json(contents.toString()),
                null,
                MessageReader.shape(StrictJson.text(HttpRules.asBodyRules(rules))),
                JsonText.EMPTY_OBJECT,
                JsonText.EMPTY_OBJECT,
                response.place());
    }
}
