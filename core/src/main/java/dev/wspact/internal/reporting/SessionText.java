package dev.wspact.internal.reporting;

import dev.wspact.message.CapturedMessage;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Payload;
import dev.wspact.message.ResponseBody;
import dev.wspact.message.Transcript;
import dev.wspact.message.Visible;
import dev.wspact.verdict.ConnectionRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went over a connection, in a line or two: {@code → sent   ← received   ← ping   → pong   closed by p with 4001}.
 * Fragments are joined; pings and pongs stand between the messages.
 */
final class SessionText {
    static final int BYTES = 16;

    private static final int MESSAGES = 5;
    private static final int MESSAGE_WIDTH = 80;
    private static final int BODY_WIDTH = 500;

    private SessionText() {}

    /**
     * The last messages up to and including the received one with this position, or all where it is 0.
     *
     * @param provider its name, made visible
     */
    static String upTo(ConnectionRecord connection, long received, String provider) {
        Transcript transcript = connection.transcript();
        List<CapturedMessage> before = received == 0 ? transcript.messages() : before(transcript.messages(), received);
        List<CapturedMessage> last = before.subList(Math.max(0, before.size() - MESSAGES), before.size());
        boolean all = before.size() == last.size() && transcript.omitted() == 0;
        List<String> parts = new ArrayList<>();
        earlier(before.size() - last.size(), transcript.omitted(), received, parts);
        messages(last, all, new FrameTexts(transcript.frames()), parts);
        if (received == 0) {
            afterTheLast(last, all, new FrameTexts(transcript.frames()), parts);
            end(connection, provider, parts);
        } else if (last.isEmpty() || !isReceived(last.get(last.size() - 1), received)) {
            parts.add("(the " + Words.ordinal(received) + " received was not kept)");
        }
        return parts.isEmpty() ? "(no message)" : String.join("   ", parts);
    }

    /** The beginning of the body of a refusal, on one line; empty if there is none. */
    static String refusal(ConnectionRecord connection) {
        HandshakeResponse handshake = connection.handshake();
        if (handshake == null || handshake.body().isEmpty()) {
            return "";
        }
        ResponseBody body = handshake.body();
        String start = body.content() instanceof Payload.Text text ? text(text.value()) : binary(body.content());
        return start + (body.whole() ? "" : "   (cut off: more of it was not read)");
    }

    /** What a page or a document says matters, not how it is laid out. */
    private static String text(String body) {
        return Shortened.text(Visible.text(body.strip().replaceAll("\\s+", " ")), BODY_WIDTH);
    }

    private static void messages(List<CapturedMessage> messages, boolean all, FrameTexts frames, List<String> parts) {
        Duration shownUpTo = all ? Duration.ZERO : null;
        for (CapturedMessage message : messages) {
            if (shownUpTo != null) {
                frames.controlBetween(shownUpTo, message.sinceOpen(), parts);
            }
            parts.add(message(message) + frames.fragmentsOf(message));
            shownUpTo = message.sinceOpen();
        }
    }

    private static void afterTheLast(List<CapturedMessage> shown, boolean all, FrameTexts frames, List<String> parts) {
        @Nullable
        Duration from = shown.isEmpty() ? null : shown.get(shown.size() - 1).sinceOpen();
        if (from != null || all) {
            frames.controlBetween(from == null ? Duration.ZERO : from, null, parts);
        }
        frames.unfinished(parts);
    }

    private static void earlier(long hidden, long omitted, long received, List<String> parts) {
        if (received > 0 && omitted > 0 && hidden > 0) {
            parts.add("…"); // how many of the omitted ones came before is not known
        } else if (hidden > 0 || (received == 0 && omitted > 0)) {
            parts.add("… " + (hidden + (received == 0 ? omitted : 0)) + " more");
        }
    }

    private static List<CapturedMessage> before(List<CapturedMessage> messages, long received) {
        for (int i = 0; i < messages.size(); i++) {
            CapturedMessage message = messages.get(i);
            if (message.direction() == Direction.RECEIVED && message.position() >= received) {
                return messages.subList(0, isReceived(message, received) ? i + 1 : i);
            }
        }
        return messages;
    }

    private static boolean isReceived(CapturedMessage message, long position) {
        return message.direction() == Direction.RECEIVED && message.position() == position;
    }

    /** That the verifier closes at the end with 1000 goes without saying. */
    private static void end(ConnectionRecord connection, String provider, List<String> parts) {
        HandshakeResponse handshake = connection.handshake();
        CloseStatus close = connection.close();
        if (handshake != null && !handshake.accepted()) {
            parts.add("← HTTP status " + handshake.status() + " to the opening handshake");
        } else if (close != null && connection.closedBy() == Direction.RECEIVED) {
            parts.add(
                    "closed by " + provider + " with " + Shortened.text(Visible.text(close.toString()), MESSAGE_WIDTH));
        } else if (close != null && close.code() == CloseStatus.ABNORMAL) {
            parts.add("broke off without a close (1006)");
        } else if (close != null && close.code() != CloseStatus.NORMAL) {
            parts.add("closed by the verifier with " + close.code());
        }
    }

    static String arrow(Direction direction) {
        return direction == Direction.SENT ? "→ " : "← ";
    }

    static String message(CapturedMessage message) {
        return arrow(message.direction()) + payload(message.payload());
    }

    private static String payload(Payload payload) {
        if (payload instanceof Payload.Text text) {
            // what is cut off afterwards need not be made visible first
            String start = Shortened.start(text.value(), MESSAGE_WIDTH);
            return Shortened.text(Visible.text(start), MESSAGE_WIDTH)
                    + (start.length() < text.value().length() ? "… (" + payload.sizeInBytes() + " bytes)" : "");
        }
        return binary(payload);
    }

    private static String binary(Payload payload) {
        byte[] bytes = payload.toBytes();
        return "binary " + hex(bytes) + " (" + Words.count(bytes.length, "byte") + ")";
    }

    static String hex(byte[] bytes) {
        int shown = Math.min(bytes.length, BYTES);
        return HexFormat.of().formatHex(bytes, 0, shown) + (shown < bytes.length ? "…" : "");
    }
}
