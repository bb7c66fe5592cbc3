package dev.wspact.internal.websocket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A body in chunks (<a href="https://www.rfc-editor.org/rfc/rfc9112#section-7.1">RFC 9112 section 7.1</a>). Chunks that
 * cannot be understood end it: what came before them is worth more than a second error.
 */
final class ChunkedBody implements HttpBodyReader.Framing {
    private static final int LONGEST_LINE = 4 << 10;
    private static final Pattern SIZE = Pattern.compile("([0-9A-Fa-f]{1,8})[ \\t]*(;.*)?\\r?");

    private final StringBuilder line = new StringBuilder();
    private Expecting expecting = Expecting.SIZE;
    private long left;
    private boolean broken;

    @Override
    public boolean read(ByteBuffer bytes, ByteArrayOutputStream content) {
        while (bytes.hasRemaining() && expecting != Expecting.NOTHING) {
            if (expecting == Expecting.DATA) {
                left -= HttpBodyReader.Framing.move(bytes, left, content);
                expecting = left == 0 ? Expecting.LINE_END : Expecting.DATA;
            } else {
                readLine((char) (bytes.get() & 0xFF));
            }
        }
        return expecting == Expecting.NOTHING;
    }

    @Override
    public boolean isSound() {
        return !broken;
    }

    private Expecting broken() {
        broken = true;
        return Expecting.NOTHING;
    }

    private void readLine(char octet) {
        if (octet != '\n') {
            line.append(octet);
            if (line.length() > LONGEST_LINE) {
                expecting = broken();
            }
            return;
        }
        expecting = expecting == Expecting.LINE_END ? Expecting.SIZE : afterSize(SIZE.matcher(line));
        line.setLength(0);
    }

    /** Behind the last chunk come trailers at most, which nobody asked for. */
    private Expecting afterSize(Matcher size) {
        if (!size.matches()) {
            return broken();
        }
        left = Long.parseLong(size.group(1), 16);
        return left == 0 ? Expecting.NOTHING : Expecting.DATA;
    }

    private enum Expecting {
        SIZE,
        DATA,
        LINE_END,
        NOTHING
    }
}
