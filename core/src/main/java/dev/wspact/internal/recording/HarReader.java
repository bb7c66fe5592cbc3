package dev.wspact.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.PointerLines;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.internal.websocket.ConnectOutcome;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Direction;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Headers;
import dev.wspact.message.Payload;
import dev.wspact.verification.RecordingFormatException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the WebSocket connections of a HAR file, as browsers export them: {@code _webSocketMessages} of an entry. They hold
 * whole messages only; neither pings nor the close are in them.
 */
final class HarReader {
    private static final int TEXT = 1;
    private static final int BINARY = 2;

    private final String file;
    private final String text;
    private @Nullable PointerLines lines;

    HarReader(String file, String text) {
        this.file = file;
        this.text = text;
    }

    Recording read() {
        JsonNode log = tree().path("log");
        if (!log.path("entries").isArray()) {
            throw new RecordingFormatException(
                    file,
                    0,
                    "it is neither a recording of wspact (whose first line is {\"line\":\"recording\",…}) nor a HAR file"
                            + " (which has log.entries)",
                    "Record with wspact:record, or export a HAR file from the browser");
        }
        List<RecordedConnection> connections = new ArrayList<>();
        for (int i = 0; i < log.path("entries").size(); i++) {
            JsonNode entry = log.path("entries").get(i);
            if (entry.has("_webSocketMessages")
                    || entry.path("_resourceType").asText().equals("websocket")) {
                connections.add(connection(entry, "/log/entries/" + i));
            }
        }
        if (connections.isEmpty()) {
            throw new RecordingFormatException(
                    file,
                    0,
                    "none of its " + log.path("entries").size()
                            + " entries is a WebSocket connection (_webSocketMessages)",
                    "Open the connection while the browser records; Playwright writes WebSocket messages since 1.61");
        }
        return new Recording(file, connections);
    }

    private JsonNode tree() {
        try {
            return StrictJson.read(text);
        } catch (MalformedJsonException e) {
            throw new RecordingFormatException(
                    file,
                    e.line(),
                    "it is neither JSON Lines of wspact nor a HAR file: " + e.problem(),
                    "Record again, or export the HAR file again");
        }
    }

    private RecordedConnection connection(JsonNode entry, String pointer) {
        JsonNode messages = entry.path("_webSocketMessages");
        if (!messages.isArray()) {
            throw wrong(
                    pointer,
                    "the WebSocket connection has no array _webSocketMessages in this file",
                    "Export the HAR file with its contents embedded (Playwright: content \"embed\"), by a browser that"
                            + " records WebSocket messages");
        }
        Instant started = started(entry, pointer);
        HarTime time = null;
        Instant opened = started;
        List<RecordedEvent> events = new ArrayList<>();
        Map<Direction, Long> positions = new EnumMap<>(Direction.class);
        for (int i = 0; i < messages.size(); i++) {
            JsonNode message = messages.get(i);
            String place = pointer + "/_webSocketMessages/" + i;
            JsonNode at = message.path("time");
            if (!at.isNumber()) {
                throw wrong(place, "the message has no number \"time\"", "Export the HAR file again");
            }
            time = time == null ? unit(at, started, place) : time;
            Instant instant = instant(time, at, started, place);
            opened = i == 0 && instant.isBefore(opened) ? instant : opened;
            Direction direction = direction(message, place);
            if (direction == null || !isData(message, place)) {
                continue;
            }
            Duration sinceOpen = Duration.between(opened, instant);
            long position = positions.merge(direction, 1L, Long::sum);
            events.add(new RecordedEvent.Message(
                    new CapturedMessage(
                            direction,
                            position,
                            sinceOpen.isNegative() ? Duration.ZERO : sinceOpen,
                            payload(message, place)),
                    List.of()));
        }
        return new RecordedConnection(request(entry, pointer), answer(entry, opened), events, false);
    }

    private HarTime unit(JsonNode at, Instant started, String place) {
        HarTime unit = HarTime.of(at.decimalValue(), started);
        if (unit == null) {
            throw wrong(
                    place,
                    "the time " + at
                            + " is neither in seconds (DevTools) nor in milliseconds (Playwright) a time within"
                            + " a week of the entry's startedDateTime " + started,
                    "Correct startedDateTime or the times; wspact does not guess");
        }
        return unit;
    }

    private Instant instant(HarTime unit, JsonNode at, Instant started, String place) {
        Instant instant = unit.instant(at.decimalValue());
        if (instant == null || !HarTime.isNear(instant, started)) {
            throw wrong(
                    place,
                    "the time " + at + " is not near those of the other messages, which are in " + unit.word(),
                    "Correct the times; wspact does not guess");
        }
        return instant;
    }

    private Instant started(JsonNode entry, String pointer) {
        String started = entry.path("startedDateTime").asText();
        try {
            return OffsetDateTime.parse(started).toInstant();
        } catch (DateTimeException e) {
            throw wrong(
                    pointer,
                    "startedDateTime is \"" + started + "\", and not a time; without it seconds and milliseconds"
                            + " cannot be told apart",
                    "Export the HAR file again");
        }
    }

    /** Who sent the message; null for the note that something went wrong. */
    private @Nullable Direction direction(JsonNode message, String place) {
        String type = message.path("type").asText();
        return switch (type) {
            case "send" -> Direction.SENT;
            case "receive" -> Direction.RECEIVED;
            case "error" -> null;
            default ->
                throw wrong(
                        place, "type is \"" + type + "\", and neither send nor receive", "Export the HAR file again");
        };
    }

    private boolean isData(JsonNode message, String place) {
        int opcode = message.path("opcode").asInt(-1);
        if (opcode == TEXT || opcode == BINARY) {
            return true;
        }
        if (opcode >= 8 && opcode <= 10) {
            // some tools write control frames too, each in its own way; the close code is in none of them
            return false;
        }
        throw wrong(
                place,
                "opcode is " + message.path("opcode") + ", and neither 1 (text) nor 2 (binary)",
                "Export the HAR file again");
    }

    private Payload payload(JsonNode message, String place) {
        JsonNode data = message.path("data");
        if (!data.isTextual()) {
            throw wrong(
                    place,
                    "the message has no string \"data\"",
                    "Export the HAR file with its contents embedded (Playwright: content \"embed\")");
        }
        if (message.path("opcode").asInt() == TEXT) {
            return new Payload.Text(data.textValue());
        }
        try {
            return Payload.Binary.of(Base64.getDecoder().decode(data.textValue()));
        } catch (IllegalArgumentException e) {
            throw wrong(place, "the binary message is not Base64: " + e.getMessage(), "Export the HAR file again");
        }
    }

    private RecordedConnection.Request request(JsonNode entry, String pointer) {
        String url = entry.path("request").path("url").asText();
        try {
            URI address = new URI(url);
            if (address.getHost() == null) {
                throw wrong(
                        pointer, "request.url is \"" + url + "\", which names no host", "Export the HAR file again");
            }
            return new RecordedConnection.Request(lines().line(pointer), address, headers(entry.path("request")), null);
        } catch (URISyntaxException e) {
            throw wrong(pointer, "request.url is \"" + url + "\", and not a URL: " + e.getReason(), "Export it again");
        }
    }

    private static RecordedConnection.Answer answer(JsonNode entry, Instant opened) {
        JsonNode response = entry.path("response");
        int status = response.path("status").asInt(0);
        if (status < 100) {
            return new RecordedConnection.Answer(null, null, opened);
        }
        HandshakeResponse answer = new HandshakeResponse(status, headers(response));
        // over HTTP/2 a WebSocket is opened with 200 (RFC 8441)
        boolean open = answer.accepted() || !entry.path("_webSocketMessages").isEmpty();
        return new RecordedConnection.Answer(
                answer, open ? null : new ConnectOutcome.Refused(answer), open ? opened : null);
    }

    private static Headers headers(JsonNode side) {
        Map<String, List<String>> fields = new TreeMap<>();
        for (JsonNode header : side.path("headers")) {
            fields.computeIfAbsent(header.path("name").asText(), name -> new ArrayList<>())
                    .add(header.path("value").asText());
        }
        return new Headers(fields);
    }

    private PointerLines lines() {
        PointerLines known = lines;
        if (known == null) {
            known = PointerLines.of(text);
            lines = known;
        }
        return known;
    }

    private RecordingFormatException wrong(String pointer, String problem, String remedy) {
        return new RecordingFormatException(file, lines().line(pointer), problem + " (" + pointer + ")", remedy);
    }
}
