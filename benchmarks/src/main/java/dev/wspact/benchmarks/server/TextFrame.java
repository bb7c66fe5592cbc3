package dev.wspact.benchmarks.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** One whole text message as a server sends it (RFC 6455 section 5.2). */
final class TextFrame {
    private static final int FIN_TEXT = 0x81;
    private static final int SHORT = 125;
    private static final int MEDIUM = 126;

    private TextFrame() {}

    static byte[] of(String message) {
        byte[] payload = message.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(FIN_TEXT);
        if (payload.length <= SHORT) {
            frame.write(payload.length);
        } else {
            frame.write(MEDIUM);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        frame.writeBytes(payload);
        return frame.toByteArray();
    }
}
