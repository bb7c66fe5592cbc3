package dev.wspact.internal.mock;

import dev.wspact.message.Payload;
import dev.wspact.message.Visible;
import java.util.HexFormat;

/** What is told of a session as it goes on: a line, harmless and of bounded length. */
final class Told {
    private static final int LONGEST = 300;
    private static final int BYTES = 16;

    private Told() {}

    static String line(String text) {
        String start = text.substring(0, Visible.boundary(text, Math.min(text.length(), LONGEST)));
        return Visible.text(start) + (start.length() < text.length() ? "…" : "");
    }

    static String of(Payload payload) {
        if (payload instanceof Payload.Text text) {
            return text.value();
        }
        byte[] bytes = payload.toBytes();
        int shown = Math.min(bytes.length, BYTES);
        return "binary " + HexFormat.of().formatHex(bytes, 0, shown) + (shown < bytes.length ? "…" : "") + " ("
                + bytes.length + " bytes)";
    }
}
