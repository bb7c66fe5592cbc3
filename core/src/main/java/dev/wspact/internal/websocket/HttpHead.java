package dev.wspact.internal.websocket;

import dev.wspact.message.Headers;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Status line and header fields of an HTTP/1.1 answer (RFC 9112 sections 4 and 5), read without touching what follows.
 *
 * @param version the HTTP version, such as {@code 1.1}
 * @param status the status code
 * @param headers the header fields
 */
record HttpHead(String version, int status, Headers headers) {
    private static final int LIMIT = 64 << 10;
    private static final int QUOTED = 60;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/(\\d\\.\\d) (\\d{3})(?: .*)?");

    /** The first final answer; interim ones other than 101 are passed over (RFC 9110 section 15.2). */
    static HttpHead read(InputStream in) throws IOException {
        int budget = LIMIT;
        while (true) {
            List<String> lines = lines(in, budget);
            HttpHead head = parse(lines);
            if (head.status() >= 200 || head.status() == 101) {
                return head;
            }
            budget -= lines.stream().mapToInt(String::length).sum();
        }
    }

    private static List<String> lines(InputStream in, int budget) throws IOException {
        List<String> lines = new ArrayList<>();
        int left = budget;
        while (true) {
            String line = line(in, left, lines.isEmpty());
            if (line.isEmpty()) {
                return lines;
            }
            lines.add(line);
            left -= line.length() + 2;
        }
    }

    private static String line(InputStream in, int budget, boolean first) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("the server ended the TCP connection in the middle of its answer");
            }
            if (line.size() >= budget) {
                throw new NotHttpException("the head of the answer is larger than " + (LIMIT >> 10) + " KiB");
            }
            line.write(octet);
            if (first && line.size() == 5 && !text(line).equals("HTTP/")) {
                throw NotHttpException.quoting(line.toByteArray());
            }
        }
        String text = text(line);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static HttpHead parse(List<String> lines) throws NotHttpException {
        Matcher statusLine = STATUS_LINE.matcher(lines.isEmpty() ? "" : lines.get(0));
        if (!statusLine.matches()) {
            throw new NotHttpException(
                    "the answer has no HTTP status line but begins with \"" + shortened(lines) + "\"");
        }
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new NotHttpException("the answer has a header line without a name: \"" + shortened(line) + "\"");
            }
            fields.computeIfAbsent(line.substring(0, colon).strip(), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return new HttpHead(statusLine.group(1), Integer.parseInt(statusLine.group(2)), new Headers(fields));
    }

    private static String shortened(List<String> lines) {
        return lines.isEmpty() ? "" : shortened(lines.get(0));
    }

    private static String shortened(String line) {
        return line.length() <= QUOTED ? line : line.substring(0, QUOTED) + "…";
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
