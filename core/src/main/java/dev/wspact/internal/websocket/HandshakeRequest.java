package dev.wspact.internal.websocket;

import dev.wspact.internal.websocket.frame.DeflateOffer;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The client's opening handshake
 * (<a href="https://www.rfc-editor.org/rfc/rfc6455#section-4.1">RFC 6455 section 4.1</a>). Each value of a header field
 * gets a line of its own; {@code Host} may be overridden, {@code Origin} is sent only if it is given, and the only
 * extension that may be offered is permessage-deflate.
 */
final class HandshakeRequest {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0A-\\x1F\\x7F]");
    private static final Set<String> OUR_OWN = Set.of(
            "upgrade",
            "connection",
            "sec-websocket-key",
            "sec-websocket-version",
            "sec-websocket-extensions",
            "sec-websocket-protocol",
            "content-length",
            "transfer-encoding");

    private HandshakeRequest() {}

    /** What cannot be sent in this request; null if all can. */
    static ConnectOutcome.@Nullable Unreachable problem(ConnectRequest request) {
        for (Map.Entry<String, List<String>> field : request.headers().fields().entrySet()) {
            String name = field.getKey();
            if (!TOKEN.matcher(name).matches()) {
                return unsendable("\"" + printable(name) + "\" is no name of a header field", "Correct the name");
            }
            if (OUR_OWN.contains(name.toLowerCase(Locale.ROOT))) {
                return unsendable(
                        "the header field " + name + " is part of the opening handshake itself and cannot be set",
                        name.equalsIgnoreCase("Sec-WebSocket-Protocol")
                                ? "Name subprotocols in the contract's channel, under subprotocols"
                                : "Remove it from the headers");
            }
            if (field.getValue().stream()
                    .anyMatch(value -> CONTROL.matcher(value).find())) {
                return unsendable(
                        "the header field " + name + " has a line break or another control character in its value",
                        "Remove the control character");
            }
        }
        for (String subprotocol : request.subprotocols()) {
            if (!TOKEN.matcher(subprotocol).matches()) {
                return unsendable(
                        "\"" + printable(subprotocol) + "\" is no name of a subprotocol", "Correct it in the channel");
            }
        }
        return null;
    }

    /** The bytes to send, for a key. */
    static byte[] bytes(ConnectRequest request, String key) {
        URI url = request.url();
        StringBuilder text = new StringBuilder("GET " + target(url) + " HTTP/1.1\r\n");
        if (request.headers().values("Host").isEmpty()) {
            line(text, "Host", hostField(url));
        }
        line(text, "Upgrade", "websocket");
        line(text, "Connection", "Upgrade");
        line(text, "Sec-WebSocket-Key", key);
        line(text, "Sec-WebSocket-Version", "13");
        if (request.compression()) {
            line(text, "Sec-WebSocket-Extensions", DeflateOffer.DEFAULT.header());
        }
        if (!request.subprotocols().isEmpty()) {
            line(text, "Sec-WebSocket-Protocol", String.join(", ", request.subprotocols()));
        }
        String userInfo = url.getRawUserInfo();
        if (userInfo != null && request.headers().values("Authorization").isEmpty()) {
            line(text, "Authorization", basic(userInfo));
        }
        request.headers().fields().forEach((name, values) -> values.forEach(value -> line(text, name, value)));
        return text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String target(URI url) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery();
        return toAscii(query == null ? path : path + "?" + query);
    }

    /** Only what is not ASCII is encoded, and not normalized first, so that all else stays byte for byte. */
    private static String toAscii(String target) {
        StringBuilder ascii = new StringBuilder(target.length());
        for (byte octet : target.getBytes(StandardCharsets.UTF_8)) {
            if (octet >= 0) {
                ascii.append((char) octet);
            } else {
                ascii.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            }
        }
        return ascii.toString();
    }

    private static String hostField(URI url) {
        boolean defaultPort = url.getPort() < 0 || url.getPort() == HostPort.defaultPort(url);
        return defaultPort ? url.getHost() : url.getHost() + ":" + url.getPort();
    }

    private static String basic(String rawUserInfo) {
        // a plus is a plus in a URL's user info, unlike in a form
        String userInfo = URLDecoder.decode(rawUserInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
        String credentials = userInfo.contains(":") ? userInfo : userInfo + ":";
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append("\r\n");
    }

    private static ConnectOutcome.Unreachable unsendable(String problem, String remedy) {
        return new ConnectOutcome.Unreachable(false, problem, remedy);
    }

    private static String printable(String text) {
        return CONTROL.matcher(text).replaceAll("�");
    }
}
