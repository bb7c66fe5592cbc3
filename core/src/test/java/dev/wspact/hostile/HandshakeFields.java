package dev.wspact.hostile;

import java.util.List;

/** Answers of 101 whose header fields are not what section 4.1 tells a client to insist on. */
enum HandshakeFields implements Behavior {
    WRONG_ACCEPT(answer(
            "wrong Sec-WebSocket-Accept",
            List.of("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo="),
            "Sec-WebSocket-Accept",
            "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")),
    MISSING_ACCEPT(answer(
            "missing Sec-WebSocket-Accept",
            List.of("Upgrade: websocket", "Connection: Upgrade"),
            "Sec-WebSocket-Accept",
            "but was : none")),
    RIGHT_ACCEPT_THEN_A_WRONG_ONE(answer(
            "double Sec-WebSocket-Accept",
            List.of(
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Accept: {accept}",
                    "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo="),
            "Sec-WebSocket-Accept")),
    WRONG_ACCEPT_THEN_THE_RIGHT_ONE(answer(
            "double Sec-WebSocket-Accept",
            List.of(
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
                    "Sec-WebSocket-Accept: {accept}"),
            "Sec-WebSocket-Accept")),
    RIGHT_ACCEPT_TWICE(answer(
            "double Sec-WebSocket-Accept",
            List.of(
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Accept: {accept}",
                    "Sec-WebSocket-Accept: {accept}"),
            "Sec-WebSocket-Accept")),
    MISSING_UPGRADE(answer(
            "missing Upgrade",
            List.of("Connection: Upgrade", "Sec-WebSocket-Accept: {accept}"),
            "Upgrade",
            "websocket")),
    WRONG_UPGRADE(answer(
            "wrong Upgrade",
            List.of("Upgrade: h2c", "Connection: Upgrade", "Sec-WebSocket-Accept: {accept}"),
            "Upgrade",
            "h2c")),
    MISSING_CONNECTION(answer(
            "missing Connection", List.of("Upgrade: websocket", "Sec-WebSocket-Accept: {accept}"), "Connection")),
    WRONG_CONNECTION(answer(
            "wrong Connection",
            List.of("Upgrade: websocket", "Connection: keep-alive, not-upgrade", "Sec-WebSocket-Accept: {accept}"),
            "Connection",
            "keep-alive, not-upgrade")),
    UNASKED_SUBPROTOCOL(answer(
            "unasked subprotocol",
            List.of(
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Accept: {accept}",
                    "Sec-WebSocket-Protocol: v9"),
            "Sec-WebSocket-Protocol",
            "v9",
            "none, since none was offered")),
    UNASKED_EXTENSION(answer(
            "unasked extension",
            List.of(
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Accept: {accept}",
                    "Sec-WebSocket-Extensions: permessage-deflate"),
            "Sec-WebSocket-Extensions",
            "permessage-deflate")),
    UNKNOWN_EXTENSION(answer(
            "unasked extension",
            List.of(
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Accept: {accept}",
                    "Sec-WebSocket-Extensions: x-no-such-thing"),
            "Sec-WebSocket-Extensions",
            "x-no-such-thing"));

    @SuppressWarnings("ImmutableEnumChecker") // scripts keep no state
    private final Offense offense;

    HandshakeFields(Offense offense) {
        this.offense = offense;
    }

    @Override
    public Offense offense() {
        return offense;
    }

    private static Offense answer(String line, List<String> fields, String... words) {
        return Offense.answering(
                "4.1",
                line,
                peer -> {
                    StringBuilder head = new StringBuilder("HTTP/1.1 101 Switching Protocols\r\n");
                    for (String field : fields) {
                        head.append(field.replace("{accept}", peer.request().acceptValue()))
                                .append("\r\n");
                    }
                    peer.raw(head.append("\r\n").toString()).text(TickContract.TICK);
                },
                Expected.rejected(words));
    }
}
