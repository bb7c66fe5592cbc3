package dev.wspact.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.internal.websocket.ConnectOutcome;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Headers;
import dev.wspact.message.Payload;
import dev.wspact.message.ResponseBody;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the lines of a recording together, connection by connection. */
final class RecordingAssembly {
    private final String file;
    private final Map<Integer, Watched> connections = new LinkedHashMap<>();
    private boolean begun;

    RecordingAssembly(String file) {
        this.file = file;
    }

    /** Takes the next line. */
    void add(int number, JsonNode tree) {
        Fields line = new Fields(tree, file, number);
        String kind = line.text("line");
        if (kind.equals("recording") != !begun) {
            throw line.wrong(
                    begun
                            ? "a second line \"recording\" begins another recording"
                            : "the first line must be \"recording\", but it is \"" + kind + "\"");
        }
        switch (kind) {
            case "recording" -> begin(line);
            case "handshake" -> handshake(number, line);
            case "frame" -> watched(line).frame(line);
            case "ready" -> watched(line).add(new RecordedEvent.Ready(line.duration("sinceOpen")));
            case "close" -> close(number, line);
            case "end" -> end(number, line);
            default -> throw line.wrong("\"line\" is \"" + kind + "\", which is no kind of line that is known");
        }
        line.done();
    }

    Recording recording() {
        return new Recording(
                file, connections.values().stream().map(Watched::connection).toList());
    }

    private void begin(Fields line) {
        int version = line.number("version");
        if (version != RecordingLines.VERSION) {
            throw line.wrong("the recording has version " + version + " of the format, and this wspact knows version "
                    + RecordingLines.VERSION);
        }
        line.text("comment", "");
        begun = true;
    }

    private void handshake(int number, Fields line) {
        int connection = line.number("connection");
        Fields request = line.object("request");
        var opening = new RecordedConnection.Request(
                number,
                line.url("url"),
                headers(request.object("headers")),
                line.has("purpose") ? purpose(line.object("purpose")) : null);
        request.done();
        Instant opened = line.has("opened") ? line.instant("opened") : null;
        HandshakeResponse response = line.has("response") ? response(line.object("response")) : null;
        ConnectOutcome failure = failure(line, response);
        if (failure == null && opened == null) {
            throw line.wrong("\"opened\" is missing, although the connection was opened");
        }
        var answer = new RecordedConnection.Answer(response, failure, opened);
        if (connections.put(connection, new Watched(opening, answer)) != null) {
            throw line.wrong("connection " + connection + " has been opened before");
        }
    }

    private static @Nullable ConnectOutcome failure(Fields line, @Nullable HandshakeResponse response) {
        if (line.has("unreachable")) {
            Fields unreachable = line.object("unreachable");
            var failure =
                    new ConnectOutcome.Unreachable(false, unreachable.text("problem"), unreachable.text("remedy"));
            unreachable.done();
            return failure;
        }
        if (response == null) {
            throw line.wrong("there is neither \"response\" nor \"unreachable\"");
        }
        if (line.has("unsound")) {
            Fields unsound = line.object("unsound");
            var failure = new ConnectOutcome.Unsound(
                    response, unsound.text("rule"), unsound.text("expected"), unsound.text("actual"));
            unsound.done();
            return failure;
        }
        return response.accepted() ? null : new ConnectOutcome.Refused(response);
    }

    private static HandshakeResponse response(Fields response) {
        ResponseBody body = ResponseBody.NONE;
        if (response.has("body")) {
            Fields content = response.object("body");
            body = new ResponseBody(Payloads.of(content), content.flag("complete", true));
            content.done();
        }
        var read = new HandshakeResponse(response.number("status"), headers(response.object("headers")), body);
        response.done();
        return read;
    }

    private static Headers headers(Fields headers) {
        Map<String, List<String>> fields = new TreeMap<>();
        headers.names().forEach(name -> fields.put(name, headers.texts(name)));
        return new Headers(fields);
    }

    private static Purpose purpose(Fields purpose) {
        var read = new Purpose(
                purpose.text("consumer"),
                purpose.text("provider"),
                purpose.objects("interactions", interaction -> {
                    var named = new Purpose.Named(interaction.text("description"), interaction.texts("states"));
                    interaction.done();
                    return named;
                }),
                purpose.flag("credentials", false),
                purpose.duration("timeout"));
        purpose.done();
        return read;
    }

    private void close(int number, Fields line) {
        Watched watched = watched(line);
        String by = line.text("by");
        if (!by.equals("client") && !by.equals("server")) {
            throw line.wrong("\"by\" is \"" + by + "\", and neither client nor server");
        }
        watched.add(new RecordedEvent.Closed(
                by.equals("client") ? Direction.SENT : Direction.RECEIVED,
                new CloseStatus(line.number("code"), line.text("reason", "")),
                line.duration("sinceOpen"),
                line.text("how", "")));
        watched.over = number;
    }

    private void end(int number, Fields line) {
        Watched watched = watched(line);
        RecordedEvent.Trouble trouble = null;
        if (line.has("trouble")) {
            Fields why = line.object("trouble");
            String kind = why.text("kind");
            if (!kind.equals("violation") && !kind.equals("abandoned")) {
                throw line.wrong("\"kind\" is \"" + kind + "\", and neither violation nor abandoned");
            }
            trouble = new RecordedEvent.Trouble(kind.equals("violation"), why.text("problem"), why.text("remedy", ""));
            why.done();
        }
        watched.add(new RecordedEvent.Ended(line.duration("sinceOpen"), trouble));
        watched.over = number;
    }

    private Watched watched(Fields line) {
        int connection = line.number("connection");
        Watched watched = connections.get(connection);
        if (watched == null) {
            throw line.wrong("connection " + connection + " has no line \"handshake\" above");
        }
        if (watched.answer.failure() != null) {
            throw line.wrong("connection " + connection + " was never open");
        }
        if (watched.over > 0) {
            throw line.wrong("connection " + connection + " has ended in line " + watched.over);
        }
        return watched;
    }

    /** One connection as far as it has been read. */
    private static final class Watched {
        private final RecordedConnection.Request request;
        private final RecordedConnection.Answer answer;
        private final List<RecordedEvent> events = new ArrayList<>();
        private final Fragments sent = new Fragments(Direction.SENT);
        private final Fragments received = new Fragments(Direction.RECEIVED);
        private int over;

        Watched(RecordedConnection.Request request, RecordedConnection.Answer answer) {
            this.request = request;
            this.answer = answer;
        }

        void add(RecordedEvent event) {
            events.add(event);
        }

        void frame(Fields line) {
            String word = line.text("direction");
            if (!word.equals("sent") && !word.equals("received")) {
                throw line.wrong("\"direction\" is \"" + word + "\", and neither sent nor received");
            }
            Fragments side = word.equals("sent") ? sent : received;
            String opcode = line.text("opcode");
            Duration sinceOpen = line.duration("sinceOpen");
            switch (opcode) {
                case "ping" -> {
                    control(line);
                    events.add(new RecordedEvent.Ping(side.direction(), sinceOpen));
                }
                case "pong" -> control(line);
                case "text", "binary", "continuation" -> {
                    RecordedEvent.Message message = side.add(line, opcode, sinceOpen);
                    if (message != null) {
                        events.add(message);
                    }
                }
                default ->
                    throw line.wrong(
                            "\"opcode\" is \"" + opcode
                                    + "\", and neither text, binary, continuation, ping nor pong; a close has a line of its own");
            }
        }

        private static void control(Fields line) {
            if (!line.flag("fin", true)) {
                throw line.wrong("a ping or pong cannot be in fragments (RFC 6455 section 5.5)");
            }
            if (line.has("base64") || line.has("text")) {
                Payload payload = Payloads.of(line);
                if (payload.sizeInBytes() > 125) {
                    throw line.wrong("a ping or pong has at most 125 bytes (RFC 6455 section 5.5)");
                }
            }
        }

        RecordedConnection connection() {
            return new RecordedConnection(request, answer, events, true);
        }
    }
}
