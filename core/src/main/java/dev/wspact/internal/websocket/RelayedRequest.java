package dev.wspact.internal.websocket;

import dev.wspact.message.Headers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The request of a client of a {@link Relay}.
 *
 * @param target the request target, such as {@code /path?query}
 * @param lines its header lines, without the request line
 */
record RelayedRequest(String target, List<String> lines) {
    private static final String END = "\r\n\r\n";

    /** Fields that every opening handshake has, and that say nothing of the client. */
    private static final Set<String> COMMON =
            Set.of("host", "connection", "upgrade", "sec-websocket-key", "sec-websocket-version");

    /** The next request of a client; null if there is none. */
    static @Nullable RelayedRequest read(InputStream in, int limit) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < END.length()) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.write(next);
            if (head.size() > limit) {
                throw new IOException("the head of a request is larger than " + limit + " bytes");
            }
            matched = next == END.charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
        }
        String[] lines = head.toString(StandardCharsets.ISO_8859_1).strip().split("\r\n", -1);
        String[] request = lines[0].split(" ", -1);
        if (request.length != 3 || !request[0].equals("GET") || !request[1].startsWith("/")) {
            throw new IOException("no opening handshake");
        }
        return new RelayedRequest(request[1], List.of(lines).subList(1, lines.length));
    }

    /** The URL that the client means, on the server. */
    URI url(URI server) throws IOException {
        try {
            return new URI(server.getScheme() + "://" + HostPort.of(server) + target);
        } catch (URISyntaxException e) {
            throw new IOException("the request target is no part of a URL: " + target, e);
        }
    }

    /** The header fields of the client. */
    Headers headers() {
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : lines) {
            String name = name(line);
            if (!COMMON.contains(name) && !name.isEmpty()) {
                fields.computeIfAbsent(line.substring(0, line.indexOf(':')).strip(), field -> new ArrayList<>())
                        .add(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return new Headers(fields);
    }

    /** The request for the server: as it came but for the host, and without extensions, which would hide what is sent. */
    byte[] bytes(HostPort server) {
        StringBuilder text = new StringBuilder("GET " + target + " HTTP/1.1\r\nHost: " + server + "\r\n");
        for (String line : lines) {
            if (!name(line).equals("host") && !name(line).equals("sec-websocket-extensions")) {
                text.append(line).append("\r\n");
            }
        }
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String name(String line) {
        int colon = line.indexOf(':');
        return colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    }
}
