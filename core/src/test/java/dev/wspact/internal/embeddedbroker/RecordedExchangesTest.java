package dev.wspact.internal.embeddedbroker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.broker.EmbeddedBrokerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Sends the requests that were once sent to the Pact Broker 2.120.0, in their order, and compares the answers. What is left
 * out, and what differs, stands in {@code embedded-broker/differences.json}, with the reasons.
 */
@Tag("shared")
class RecordedExchangesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+00:00");
    private static final Pattern DATE = Pattern.compile("\\b\\d\\d/\\d\\d/20\\d\\d\\b");
    private static final String RECORDED_HOST = "http://127.0.0.1:9292";
    private static final int EXCHANGES = 142;

    private static final String ORDER =
            """
            {"type": "Asynchronous/Messages", "description": "order event", "pending": false,
             "contents": {"content": %s, "contentType": "application/json", "encoded": false},
             "metadata": {"contentType": "application/json"}}
            """;
    private static final String SUBSCRIBE =
            """
            {"type": "Synchronous/Messages", "description": "subscribe", "pending": false,
             "request": {"contents": {"content": {"op": "sub"}, "contentType": "application/json", "encoded": false}},
             "response": [{"contents": {"content": {"ok": true}, "contentType": "application/json", "encoded": false}},
                          {"contents": {"content": {"snapshot": []}, "contentType": "application/json", "encoded": false}}]}
            """;

    private final Map<String, String> uuids = new HashMap<>();

    /** A request and the answer to it. */
    private record Exchange(
            String name, String method, String target, Map<String, String> headers, String body, Answer answer) {}

    private record Answer(int status, Map<String, String> headers, String body) {}

    @Test
    void answers_as_the_pact_broker_did() throws IOException {
        JsonNode differences = differences();
        List<Exchange> exchanges = exchanges();
        assertThat(exchanges).hasSize(EXCHANGES);
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        try (BrokerServer broker = BrokerServer.inMemory(EmbeddedBrokerOptions.defaults())) {
            for (Exchange exchange : exchanges) {
                if (!differences.path("left out").has(exchange.name())) {
                    BrokerClient.Reply reply = replay(exchange, broker);
                    compare(exchange, reply, broker.url().toString(), differences.path("differs"), wrong);
                    compared++;
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(compared + differences.path("left out").size()).isEqualTo(EXCHANGES);
    }

    private static JsonNode differences() throws IOException {
        try (InputStream file = RecordedExchangesTest.class.getResourceAsStream("/embedded-broker/differences.json")) {
            return JSON.readTree(file);
        }
    }

    private BrokerClient.Reply replay(Exchange exchange, BrokerServer broker) throws IOException {
        Map<String, String> headers = new TreeMap<>(exchange.headers());
        String body = exchange.body();
        if (body.contains("<base64 of the pact JSON>")) {
            body = body.replace("<base64 of the pact JSON>", BrokerClient.base64(pact(exchange.name())));
        }
        return new BrokerClient(broker.url()).send(exchange.method(), known(exchange.target()), headers, body);
    }

    private static String pact(String exchange) {
        String consumer = exchange.equals("008-publish-other-consumer") ? "mobile" : "web-ui";
        String interactions =
                switch (exchange) {
                    case "005-publish-conflict" -> ORDER.formatted("{\"id\": 2}");
                    case "007-publish-feature-branch" ->
                        ORDER.formatted("{\"id\": 1, \"extra\": true}") + "," + SUBSCRIBE;
                    case "008-publish-other-consumer" -> ORDER.formatted("{\"id\": 1}");
                    case "132-publish-triggers-webhook" -> ORDER.formatted("{\"id\": 4}") + "," + SUBSCRIBE;
                    default -> ORDER.formatted("{\"id\": 1}") + "," + SUBSCRIBE;
                };
        return "{\"consumer\": {\"name\": \"" + consumer
                + "\"}, \"provider\": {\"name\": \"push-svc\"}, \"interactions\": [" + interactions
                + "], \"metadata\": {\"pactSpecification\": {\"version\": \"4.0\"}}}";
    }

    private String known(String text) {
        String known = text;
        for (Map.Entry<String, String> uuid : uuids.entrySet()) {
            known = known.replace(uuid.getKey(), uuid.getValue());
        }
        return known;
    }

    private void compare(
            Exchange exchange, BrokerClient.Reply reply, String url, JsonNode differences, List<String> wrong)
            throws IOException {
        JsonNode recorded = tree(exchange.answer().body());
        JsonNode actual = tree(reply.body());
        if (recorded.hasNonNull("uuid") && actual.hasNonNull("uuid")) {
            uuids.put(recorded.get("uuid").asText(), actual.get("uuid").asText());
        }
        ObjectNode expected =
                normalized(exchange.answer().status(), exchange.answer().headers(), recorded, RECORDED_HOST);
        ObjectNode got = normalized(reply.status(), reply.headers(), actual, url);
        for (JsonNode difference : differences.path(exchange.name())) {
            String at = difference.path("at").asText();
            if (expected.at(at).equals(got.at(at))) {
                wrong.add(exchange.name() + ": does not differ at " + at + ", so it must not be listed");
            }
            remove(expected, at);
            remove(got, at);
        }
        differ("", expected, got, exchange.name(), wrong);
    }

    private static JsonNode tree(String body) throws IOException {
        return body.startsWith("{")
                ? JSON.readTree(body)
                : JSON.getNodeFactory().textNode(body);
    }

    private ObjectNode normalized(int status, Map<String, String> headers, JsonNode body, String host)
            throws IOException {
        ObjectNode answer = JSON.createObjectNode().put("status", status);
        for (String header : List.of("content-type", "location", "allow", "x-pact-broker-version")) {
            if (headers.containsKey(header)) {
                answer.put(header, headers.get(header));
            }
        }
        answer.set("body", body);
        String text = known(answer.toString()).replace(host, "http://broker");
        text = TIME.matcher(text).replaceAll("<time>");
        return (ObjectNode) JSON.readTree(DATE.matcher(text).replaceAll("<date>"));
    }

    private static void remove(JsonNode tree, String pointer) {
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = tree.at(pointer.substring(0, slash));
        String name = pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~");
        if (parent instanceof ObjectNode object) {
            object.remove(name);
        } else if (parent.isArray() && parent.has(Integer.parseInt(name))) {
            ((ArrayNode) parent).remove(Integer.parseInt(name));
        }
    }

    /** Where two trees differ, each place once. */
    private static void differ(String at, JsonNode expected, JsonNode got, String name, List<String> wrong) {
        if (expected.isObject() && got.isObject()) {
            expected.fieldNames()
                    .forEachRemaining(
                            field -> differ(at + "/" + field, expected.path(field), got.path(field), name, wrong));
            got.fieldNames().forEachRemaining(field -> {
                if (!expected.has(field)) {
                    wrong.add(name + " " + at + "/" + field + ": not recorded, but " + got.get(field));
                }
            });
        } else if (expected.isArray() && got.isArray() && expected.size() == got.size()) {
            for (int i = 0; i < expected.size(); i++) {
                differ(at + "/" + i, expected.get(i), got.get(i), name, wrong);
            }
        } else if (!expected.equals(got)) {
            wrong.add(name + " " + at + ": recorded " + expected + ", but " + got);
        }
    }

    private static List<Exchange> exchanges() throws IOException {
        Path directory = Path.of(System.getProperty("wspact.shared"), "data", "pact-broker");
        try (Stream<Path> files = Files.list(directory)) {
            List<Exchange> exchanges = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".http"))
                    .sorted()
                    .toList()) {
                exchanges.add(exchange(file));
            }
            return exchanges;
        }
    }

    private static Exchange exchange(Path file) throws IOException {
        String[] halves = Files.readString(file).split("\n--> ", 2);
        String[] request = halves[0].split("\n\n", 2);
        String[] answer = halves[1].split("\n\n", 2);
        String[] requestLine = request[0].lines().findFirst().orElseThrow().split(" ", 2);
        String name = file.getFileName().toString();
        return new Exchange(
                name.substring(0, name.length() - ".http".length()),
                requestLine[0],
                requestLine[1],
                headers(request[0]),
                request.length == 1 ? "" : request[1].strip(),
                new Answer(
                        Integer.parseInt(
                                answer[0].lines().findFirst().orElseThrow().strip()),
                        headers(answer[0]),
                        answer.length == 1 ? "" : answer[1].strip()));
    }

    private static Map<String, String> headers(String head) {
        Map<String, String> headers = new TreeMap<>();
        head.lines().skip(1).filter(line -> line.contains(": ")).forEach(line -> {
            String[] parts = line.split(": ", 2);
            headers.put(parts[0], parts[1]);
        });
        return headers;
    }
}
