package dev.wspact.internal.websocket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the head of an HTTP answer as it comes, in any cuts, without touching what follows it. Interim answers are passed
 * over; all of them together may be 64 KiB. Confined to one thread.
 */
final class HttpHeadReader {
    private static final int BEGIN = "HTTP/".length();

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private List<String> lines = new ArrayList<>();
    private final int limit;
    private int budget;
    private @Nullable HttpHead head;

    /** A reader of a head that has at most so many bytes, interim answers included. */
    HttpHeadReader(int limit) {
        this.limit = limit;
        this.budget = limit;
    }

    /**
     * Reads on.
     *
     * @return the head once it is whole, else null
     * @throws NotHttpException if it is none, or too large
     */
    @Nullable
    HttpHead read(ByteBuffer bytes) throws NotHttpException {
        while (head == null && bytes.hasRemaining()) {
            byte octet = bytes.get();
            if (octet == '\n') {
                endLine();
            } else {
                add(octet);
            }
        }
        return head;
    }

    private void add(byte octet) throws NotHttpException {
        if (budget-- == 0) {
            throw new NotHttpException("the head of the answer is larger than "
                    + (limit % 1024 == 0 ? limit / 1024 + " KiB" : limit + " bytes") + " (limit handshakeBytes)");
        }
        line.write(octet);
        if (lines.isEmpty() && line.size() == BEGIN && !text().equals("HTTP/")) {
            throw NotHttpException.quoting(line.toByteArray());
        }
    }

    private void endLine() throws NotHttpException {
        String text = text();
        line.reset();
        String whole = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        if (!whole.isEmpty()) {
            lines.add(whole);
            return;
        }
        HttpHead complete = HttpHead.of(lines);
        lines = new ArrayList<>();
        if (!complete.interim()) {
            head = complete;
        }
    }

    private String text() {
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
