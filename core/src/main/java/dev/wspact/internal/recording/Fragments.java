package dev.wspact.internal.recording;

import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Direction;
import dev.wspact.message.Payload;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins the frames of one direction into messages (RFC 6455 section 5.4). */
final class Fragments {
    /** The largest message, in bytes. */
    private static final int LARGEST = 64 << 20;

    private final Direction direction;
    private final ByteArrayOutputStream joined = new ByteArrayOutputStream();
    private @Nullable String opcode;
    private long messages;

    Fragments(Direction direction) {
        this.direction = direction;
    }

    Direction direction() {
        return direction;
    }

    /** The message that the frame ends; null if it ends none. */
    RecordedEvent.@Nullable Message add(Fields line, String frame, Duration sinceOpen) {
        boolean continues = frame.equals("continuation");
        if (continues != (opcode != null)) {
            throw line.wrong(continues ? "there is no message to continue" : "the message before has not ended");
        }
        boolean fin = line.flag("fin", true);
        Payload payload = Payloads.of(line);
        List<String> redacted = line.has("redacted") ? line.texts("redacted") : List.of();
        if (fin && !continues) {
            return message(line, frame, payload, redacted, sinceOpen);
        }
        if (joined.size() + payload.sizeInBytes() > LARGEST) {
            throw line.wrong("the message is larger than " + (LARGEST >> 20) + " MiB");
        }
        joined.writeBytes(payload.toBytes());
        opcode = continues ? opcode : frame;
        if (!fin) {
            return null;
        }
        String whole = String.valueOf(opcode);
        opcode = null;
        Payload bytes = Payload.Binary.of(joined.toByteArray());
        joined.reset();
        return message(line, whole, bytes, redacted, sinceOpen);
    }

    private RecordedEvent.Message message(
            Fields line, String kind, Payload payload, List<String> redacted, Duration sinceOpen) {
        messages++;
        return new RecordedEvent.Message(
                new CapturedMessage(direction, messages, sinceOpen, typed(line, kind, payload)), redacted);
    }

    private static Payload typed(Fields line, String kind, Payload payload) {
        if (kind.equals("binary")) {
            return payload instanceof Payload.Binary ? payload : Payload.Binary.of(payload.toBytes());
        }
        if (payload instanceof Payload.Text) {
            return payload;
        }
        String text = Payloads.utf8(payload.toBytes());
        if (text == null) {
            throw line.wrong("a text message is not UTF-8 (RFC 6455 section 8.1)");
        }
        return new Payload.Text(text);
    }
}
