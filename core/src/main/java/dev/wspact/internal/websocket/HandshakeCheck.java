package dev.wspact.internal.websocket;

import dev.wspact.internal.websocket.frame.DeflateOffer;
import dev.wspact.internal.websocket.frame.DeflateParameters;
import dev.wspact.internal.websocket.frame.ExtensionAnswerException;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Headers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client must check in an answer of 101 before it calls the connection open
 * (<a href="https://www.rfc-editor.org/rfc/rfc6455#section-4.1">RFC 6455 section 4.1</a>, "Once the client's opening
 * handshake has been sent").
 *
 * @param accept the only right value of {@code Sec-WebSocket-Accept}
 * @param subprotocols what was offered
 * @param compression whether permessage-deflate was offered
 */
record HandshakeCheck(String accept, List<String> subprotocols, boolean compression) {
    private static final String NONE = "none";
    private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

    /** The parameters of compression that the server has accepted; null if it has not, or breaks the rules for it. */
    static @Nullable DeflateParameters accepted(Headers headers) {
        String answer = answer(headers);
        try {
            return answer.isBlank() ? null : DeflateParameters.parse(DeflateOffer.DEFAULT, answer);
        } catch (ExtensionAnswerException e) {
            return null;
        }
    }

    /** The first thing that is wrong with the answer; null if it is sound. */
    ConnectOutcome.@Nullable Unsound check(HttpHead head) {
        HandshakeResponse response = new HandshakeResponse(head.status(), head.headers());
        Headers headers = head.headers();
        if (head.version().equals("1.0")) {
            return new ConnectOutcome.Unsound(response, "HTTP version", "1.1", "1.0");
        }
        List<String> upgrade = headers.values("Upgrade");
        if (upgrade.size() != 1 || !upgrade.get(0).equalsIgnoreCase("websocket")) {
            return unsound(response, "Upgrade", "websocket", upgrade);
        }
        List<String> connection = headers.values("Connection");
        if (tokens(connection).stream().noneMatch("upgrade"::equalsIgnoreCase)) {
            return unsound(response, "Connection", "Upgrade", connection);
        }
        List<String> accepts = headers.values("Sec-WebSocket-Accept");
        if (accepts.size() != 1 || !accepts.get(0).equals(accept)) {
            return unsound(response, "Sec-WebSocket-Accept", accept, accepts);
        }
        ConnectOutcome.Unsound extension = checkExtensions(response, headers);
        return extension == null ? checkSubprotocol(response, headers.values("Sec-WebSocket-Protocol")) : extension;
    }

    private ConnectOutcome.@Nullable Unsound checkExtensions(HandshakeResponse response, Headers headers) {
        String answer = answer(headers);
        if (answer.isBlank()) {
            return null;
        }
        if (!compression) {
            return unsound(response, EXTENSIONS, "none, since none was offered", List.of(answer));
        }
        try {
            DeflateParameters.parse(DeflateOffer.DEFAULT, answer);
            return null;
        } catch (ExtensionAnswerException e) {
            String expected = "none, or what \"" + DeflateOffer.DEFAULT.header() + "\" allows";
            return unsound(response, EXTENSIONS, expected, List.of(String.valueOf(e.getMessage())));
        }
    }

    /** What the server says of extensions, in one line as it would stand in one. */
    private static String answer(Headers headers) {
        return String.join(", ", tokens(headers.values(EXTENSIONS)));
    }

    private ConnectOutcome.@Nullable Unsound checkSubprotocol(HandshakeResponse response, List<String> chosen) {
        String field = "Sec-WebSocket-Protocol";
        if (subprotocols.isEmpty()) {
            return chosen.isEmpty() ? null : unsound(response, field, "none, since none was offered", chosen);
        }
        if (chosen.size() == 1 && subprotocols.contains(chosen.get(0))) {
            return null;
        }
        String offered = String.join(", ", subprotocols);
        return unsound(response, field, subprotocols.size() == 1 ? offered : "one of " + offered, chosen);
    }

    private static ConnectOutcome.Unsound unsound(
            HandshakeResponse response, String field, String expected, List<String> actual) {
        return new ConnectOutcome.Unsound(
                response, field, expected, actual.isEmpty() ? NONE : String.join(", ", actual));
    }

    private static List<String> tokens(List<String> values) {
        List<String> tokens = new ArrayList<>();
        for (String value : values) {
            for (String token : value.split(",", -1)) {
                if (!token.isBlank()) {
                    tokens.add(token.strip());
                }
            }
        }
        return tokens;
    }
}
