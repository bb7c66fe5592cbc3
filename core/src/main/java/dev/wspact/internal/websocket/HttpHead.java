package dev.wspact.internal.websocket;

import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Status line and header fields of an HTTP/1.1 answer (RFC 9112 sections 4 and 5).
 *
 * @param version the HTTP version, such as {@code 1.1}
 * @param status the status code
 * @param headers the header fields
 */
record HttpHead(String version, int status, Headers headers) {
    private static final int QUOTED = 60;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/(\\d\\.\\d) (\\d{3})(?: .*)?");

    /** Whether it is only an interim answer, behind which the final one comes (RFC 9110 section 15.2). */
    boolean interim() {
        return status < 200 && status != HandshakeResponse.SWITCHING_PROTOCOLS;
    }

    /** The head that these lines are. */
    static HttpHead of(List<String> lines) throws NotHttpException {
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
}
