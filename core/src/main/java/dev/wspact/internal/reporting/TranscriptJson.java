package dev.wspact.internal.reporting;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.message.CapturedFrame;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Direction;
import dev.wspact.message.Opcode;
import dev.wspact.message.Payload;
import dev.wspact.message.Transcript;
import dev.wspact.verdict.Judgment;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The transcript of a connection in a result file, written and read. Frames are there only if any are known. */
final class TranscriptJson {
    private TranscriptJson() {}

    static ObjectNode tree(Transcript transcript, Map<Long, Judgment> judgments) {
        ObjectNode tree = object();
        if (transcript.opened() != null) {
            tree.put("opened", transcript.opened().toString());
        }
        ArrayNode messages = tree.putArray("messages");
        transcript.messages().forEach(message -> messages.add(message(message, judgments)));
        tree.put("omitted", transcript.omitted());
        if (!transcript.frames().kept().isEmpty()) {
            ArrayNode frames = tree.putArray("frames");
            transcript.frames().kept().forEach(frame -> frames.add(frame(frame)));
            tree.put("omittedFrames", transcript.frames().omitted());
        }
        return tree;
    }

    /** A transcript with what became of its messages. */
    record Judged(Transcript transcript, Map<Long, Judgment> judgments) {}

    static Judged judged(Members members) {
        Map<Long, Judgment> judgments = new HashMap<>();
        return new Judged(transcript(members, judgments), judgments);
    }

    private static Transcript transcript(Members transcript, Map<Long, Judgment> judgments) {
        return new Transcript(
                transcript.has("opened") ? Instant.parse(transcript.text("opened")) : null,
                transcript.objects("messages", message -> message(message, judgments)),
                transcript.number("omitted"),
                transcript.has("frames")
                        ? new Transcript.Frames(
                                transcript.objects("frames", TranscriptJson::frame), transcript.number("omittedFrames"))
                        : Transcript.Frames.NONE);
    }

    private static ObjectNode message(CapturedMessage message, Map<Long, Judgment> judgments) {
        ObjectNode tree = object();
        tree.put("direction", word(message.direction()));
        tree.put("position", message.position());
        tree.put("sinceOpen", message.sinceOpen().toString());
        Judgment judgment = message.direction() == Direction.RECEIVED ? judgments.get(message.position()) : null;
        if (judgment != null) {
            tree.put("judged", judgment.word());
        }
        return put(tree, message.payload());
    }

    /** Adds a payload as member {@code text} or {@code base64}. */
    static ObjectNode put(ObjectNode tree, Payload payload) {
        return payload instanceof Payload.Text text
                ? tree.put("text", text.value())
                : tree.put("base64", base64(payload));
    }

    /** The payload that {@link #put} has added. */
    static Payload payload(Members members) {
        return members.has("base64") ? bytes(members.text("base64")) : new Payload.Text(members.text("text"));
    }

    private static CapturedMessage message(Members message, Map<Long, Judgment> judgments) {
        var captured = new CapturedMessage(
                direction(message.text("direction")),
                message.number("position"),
                message.duration("sinceOpen"),
                payload(message));
        if (message.has("judged")) {
            Judgment judgment = judgment(message.text("judged"));
            if (captured.direction() == Direction.SENT) {
                throw new IllegalArgumentException("what the verifier sends is not judged");
            }
            judgments.put(captured.position(), judgment);
        }
        return captured;
    }

    private static ObjectNode frame(CapturedFrame frame) {
        ObjectNode tree = object();
        tree.put("direction", word(frame.direction()));
        tree.put("number", frame.number());
        tree.put("sinceOpen", frame.sinceOpen().toString());
        tree.put("opcode", frame.head().opcode().name().toLowerCase(Locale.ROOT));
        tree.put("fin", frame.head().fin());
        tree.put("compressed", frame.head().compressed());
        tree.put("length", frame.head().length());
        if (frame.message() > 0) {
            tree.put("message", frame.message());
        }
        if (frame.start().sizeInBytes() > 0) {
            tree.put("start", base64(frame.start()));
        }
        return tree;
    }

    private static CapturedFrame frame(Members frame) {
        return new CapturedFrame(
                direction(frame.text("direction")),
                frame.number("number"),
                frame.duration("sinceOpen"),
                new CapturedFrame.Head(
                        opcode(frame.text("opcode")),
                        frame.flag("fin"),
                        frame.flag("compressed"),
                        frame.number("length")),
                frame.has("message") ? frame.number("message") : 0,
                bytes(frame.has("start") ? frame.text("start") : ""));
    }

    private static String base64(Payload payload) {
        return Base64.getEncoder().encodeToString(payload.toBytes());
    }

    private static Payload.Binary bytes(String base64) {
        return Payload.Binary.of(Base64.getDecoder().decode(base64));
    }

    private static String word(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    private static Direction direction(String word) {
        return switch (word) {
            case "sent" -> Direction.SENT;
            case "received" -> Direction.RECEIVED;
            default -> throw new IllegalArgumentException("direction \"" + word + "\" is unknown");
        };
    }

    private static Judgment judgment(String word) {
        return Arrays.stream(Judgment.values())
                .filter(judgment -> judgment.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("judged \"" + word + "\" is unknown"));
    }

    private static Opcode opcode(String word) {
        return List.of(Opcode.values()).stream()
                .filter(opcode -> opcode.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("opcode \"" + word + "\" is unknown"));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
