package dev.wspact.internal.mock;

import dev.wspact.internal.time.Deadline;
import dev.wspact.message.Headers;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The head of an HTTP/1.1 request, such as an opening handshake (RFC 9112 sections 3 and 5).
 *
 * @param method the method
 * @param path the path of the target, as it came
 * @param query the query of the target without its question mark, as it came; empty if there is none
 * @param headers the header fields
 */
record ClientRequest(String method, String path, String query, Headers headers) {
    private static final int REQUEST_LINE_PARTS = 3;

    /**
     * Reads the head and nothing behind it.
     *
     * @throws MalformedRequestException if it is none
     * @throws IOException if it does not come in time, or not at all
     */
    static ClientRequest read(Socket socket, InputStream in, int limit, Deadline deadline) throws IOException {
        List<String> lines = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int count = 0; count < limit; count++) {
            int octet = next(socket, in, deadline);
            if (octet != '\n') {
                line.write(octet);
                continue;
            }
            String text = line.toString(StandardCharsets.ISO_8859_1);
            line.reset();
            String whole = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            if (!whole.isEmpty()) {
                lines.add(whole);
            } else if (!lines.isEmpty()) {
                return of(lines);
            }
        }
        throw new MalformedRequestException(
                "the head of the request is larger than " + limit + " bytes (limit handshakeBytes)");
    }

    private static int next(Socket socket, InputStream in, Deadline deadline) throws IOException {
        long left = deadline.remaining().toMillis();
        if (left == 0) {
            throw new SocketTimeoutException("the opening handshake did not come in time");
        }
        socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
        int octet = in.read();
        if (octet < 0) {
            throw new EOFException("the client has gone before it sent an opening handshake");
        }
        return octet;
    }

    private static ClientRequest of(List<String> lines) throws MalformedRequestException {
        String[] parts = lines.get(0).split(" ", -1);
        if (parts.length != REQUEST_LINE_PARTS || !parts[2].startsWith("HTTP/1.") || parts[1].isEmpty()) {
            throw new MalformedRequestException("the request does not begin with a line such as GET /path HTTP/1.1");
        }
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new MalformedRequestException("the request has a header line without a name");
            }
            fields.computeIfAbsent(line.substring(0, colon).strip(), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        String target = parts[1];
        int question = target.indexOf('?');
        return new ClientRequest(
                parts[0],
                question < 0 ? target : target.substring(0, question),
                question < 0 ? "" : target.substring(question + 1),
                new Headers(fields));
    }

    /** The tokens of a header field that is a list, such as {@code Connection}. */
    List<String> tokens(String field) {
        List<String> tokens = new ArrayList<>();
        for (String value : headers.values(field)) {
            for (String token : value.split(",", -1)) {
                if (!token.isBlank()) {
                    tokens.add(token.strip());
                }
            }
        }
        return tokens;
    }

    /** Path and query, as they came. */
    String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** A request that is none. */
    static final class MalformedRequestException extends IOException {
        private static final long serialVersionUID = 1L;

        MalformedRequestException(String problem) {
            super(problem);
        }
    }
}
