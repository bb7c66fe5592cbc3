package dev.wspact.internal.websocket.frame;

import dev.wspact.message.CloseStatus;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Writes down what a reader finds. */
final class Heard implements MessageListener {
    final List<String> frames = new ArrayList<>();
    final List<String> messages = new ArrayList<>();

    /** Reads a stream written in hex, of which blanks mean nothing. */
    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }

    /** What a buffer holds. */
    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    static MessageReader reader(Role sender, MessageListener listener) {
        return new MessageReader(sender, ReaderLimits.DEFAULT, null, listener);
    }

    /** What a server's stream says. */
    static Heard in(String hex) throws ProtocolViolationException, LimitExceededException {
        var heard = new Heard();
        reader(Role.SERVER, heard).read(ByteBuffer.wrap(bytes(hex)));
        return heard;
    }

    @Override
    public void frame(FrameView frame) {
        frames.add(frame.number() + " " + frame.head().opcode().name().toLowerCase(Locale.ROOT)
                + (frame.head().fin() ? " fin " : " ") + frame.head().payloadLength() + " "
                + Hex.of(frame.payload(4)));
    }

    @Override
    public void text(String message) {
        messages.add("text " + message);
    }

    @Override
    public void binary(byte[] message) {
        messages.add("binary " + Hex.of(message));
    }

    @Override
    public void ping(byte[] payload) {
        messages.add("ping " + Hex.of(payload));
    }

    @Override
    public void pong(byte[] payload) {
        messages.add("pong " + Hex.of(payload));
    }

    @Override
    public void close(CloseStatus status) {
        messages.add("close " + status);
    }
}
