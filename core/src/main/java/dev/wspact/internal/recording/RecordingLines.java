package dev.wspact.internal.recording;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.internal.redaction.Secrets;
import dev.wspact.internal.websocket.ConnectOutcome;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Direction;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Headers;
import dev.wspact.message.Opcode;
import dev.wspact.message.Payload;
import dev.wspact.message.ResponseBody;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the lines of a recording; {@link RecordingReader} reads them. {@code docs/recording.schema.json} describes them. */
final class RecordingLines {
    /** The version of the format. */
    static final int VERSION = 1;

    /** The longest line that is written or read, in bytes or characters. */
    static final int LONGEST = 96 << 20;

    private final MessageRedaction redaction;

    RecordingLines(MessageRedaction redaction) {
        this.redaction = redaction;
    }

    static String text(ObjectNode line) {
        return StrictJson.text(line).value();
    }

    static ObjectNode first() {
        return object().put("line", "recording").put("version", VERSION);
    }

    ObjectNode handshake(int connection, RecordedConnection.Request request, RecordedConnection.Answer answer) {
        ObjectNode line = line("handshake", connection);
        line.put("url", secrets().masked(request.url()).toString());
        if (answer.opened() != null) {
            line.put("opened", answer.opened().toString());
        }
        line.set("request", object().set("headers", headers(request.headers())));
        HandshakeResponse response = answer.response();
        if (response != null) {
            line.set("response", response(response));
        }
        ConnectOutcome failure = answer.failure();
        if (failure instanceof ConnectOutcome.Unsound unsound) {
            line.putObject("unsound")
                    .put("rule", unsound.rule())
                    .put("expected", secrets().masked(unsound.expected()))
                    .put("actual", secrets().masked(unsound.actual()));
        } else if (failure instanceof ConnectOutcome.Unreachable unreachable) {
            line.putObject("unreachable")
                    .put("problem", secrets().masked(unreachable.problem()))
                    .put("remedy", secrets().masked(unreachable.remedy()));
        }
        if (request.purpose() != null) {
            line.set("purpose", purpose(request.purpose()));
        }
        return line;
    }

    private ObjectNode response(HandshakeResponse response) {
        ObjectNode tree = object().put("status", response.status());
        tree.set("headers", headers(response.headers()));
        if (!response.body().equals(ResponseBody.NONE)) {
            Payload content = response.body().content();
            ObjectNode body = tree.putObject("body");
            put(
                    body,
                    content instanceof Payload.Text text
                            ? new Payload.Text(secrets().maskedBody(text.value()))
                            : content,
                    false);
            body.put("complete", response.body().whole());
        }
        return tree;
    }

    private ObjectNode headers(Headers headers) {
        ObjectNode tree = object();
        headers.fields().forEach((name, values) -> {
            ArrayNode array = tree.putArray(name);
            values.forEach(value -> array.add(
                    secrets().isSecretHeader(name) ? Secrets.MASK : secrets().masked(value)));
        });
        return tree;
    }

    private static ObjectNode purpose(Purpose purpose) {
        ObjectNode tree = object().put("consumer", purpose.consumer()).put("provider", purpose.provider());
        ArrayNode interactions = tree.putArray("interactions");
        for (Purpose.Named named : purpose.interactions()) {
            ObjectNode interaction = interactions.addObject().put("description", named.description());
            strings(interaction.putArray("states"), named.states());
        }
        return tree.put("credentials", purpose.credentials())
                .put("timeout", purpose.timeout().toString());
    }

    ObjectNode message(int connection, CapturedMessage message, boolean asBytes) {
        ObjectNode line = event("frame", connection, message.sinceOpen());
        line.put("direction", word(message.direction()));
        line.put("opcode", message.payload() instanceof Payload.Text ? "text" : "binary");
        line.put("fin", true);
        MessageRedaction.Redacted redacted = redaction.of(message.payload());
        put(line, redacted.payload(), asBytes);
        if (!redacted.pointers().isEmpty()) {
            strings(line.putArray("redacted"), redacted.pointers());
        }
        return line;
    }

    static ObjectNode control(int connection, Direction direction, Opcode opcode, Duration sinceOpen) {
        return event("frame", connection, sinceOpen)
                .put("direction", word(direction))
                .put("opcode", opcode.name().toLowerCase(Locale.ROOT))
                .put("fin", true);
    }

    static ObjectNode ready(int connection, Duration sinceOpen) {
        return event("ready", connection, sinceOpen);
    }

    ObjectNode closed(int connection, RecordedEvent.Closed close) {
        ObjectNode line = event("close", connection, close.sinceOpen())
                .put("by", close.by() == Direction.SENT ? "client" : "server")
                .put("code", close.status().code())
                .put("reason", secrets().masked(close.status().reason()));
        return close.how().isEmpty() ? line : line.put("how", close.how());
    }

    ObjectNode ended(int connection, Duration sinceOpen, RecordedEvent.@Nullable Trouble trouble) {
        ObjectNode line = event("end", connection, sinceOpen);
        if (trouble != null) {
            line.putObject("trouble")
                    .put("kind", trouble.violation() ? "violation" : "abandoned")
                    .put("problem", trouble.problem())
                    .put("remedy", trouble.remedy());
        }
        return line;
    }

    private Secrets secrets() {
        return redaction.secrets();
    }

    private static ObjectNode event(String kind, int connection, Duration sinceOpen) {
        return line(kind, connection).put("sinceOpen", sinceOpen.toString());
    }

    private static ObjectNode line(String kind, int connection) {
        return object().put("line", kind).put("connection", connection);
    }

    private static void put(ObjectNode tree, Payload payload, boolean asBytes) {
        if (payload instanceof Payload.Text text && !asBytes) {
            tree.put("text", text.value());
        } else {
            tree.put("base64", Base64.getEncoder().encodeToString(payload.toBytes()));
        }
    }

    private static String word(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    private static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
