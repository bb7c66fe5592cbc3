package dev.wspact.hostile;

import dev.wspact.wire.Connection;
import dev.wspact.wire.Script;
import java.io.IOException;

/** Servers that give no answer to the opening handshake, none that is one, or one in odd pieces. */
enum HandshakeStreams implements Behavior {
    FIN_AT_ONCE(stream("FIN", Connection::drop, "ended the connection before it had answered")),
    FIN_AFTER_THE_REQUEST(afterRequest("FIN", Connection::drop, "ended the connection before it had answered")),
    RST_AT_ONCE(stream("RST", Connection::reset, "localhost:")),
    RST_AFTER_THE_REQUEST(afterRequest("RST", Connection::reset, "ended the connection before it had answered")),
    GREETING_OF_ANOTHER_PROTOCOL(
            stream("garbage", peer -> peer.raw("220 mail.example ESMTP\r\n"), "not HTTP but begins with \"220 m\"")),
    BINARY_GARBAGE(
            stream("garbage", peer -> peer.raw(Bytes.hex("00 01 02 03 04 FF FE FD")), "\\x00\\x01\\x02\\x03\\x04")),
    FRAME_INSTEAD_OF_AN_ANSWER(
            afterRequest("garbage", peer -> peer.text(TickContract.TICK), "not HTTP but begins with")),
    TLS_ALERT(stream("garbage", peer -> peer.raw(Bytes.hex("15 03 01 00 02 02 46")), "wss:// instead of ws://")),
    SILENCE(stream("silence", Connection::holdSilently, "did not answer the opening handshake within 1 s")
            .waitedOut()),
    HALF_A_HEAD_THEN_SILENCE(afterRequest(
                    "half a head",
                    peer -> {
                        peer.raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: webso");
                        peer.holdSilently();
                    },
                    "did not answer the opening handshake within 1 s")
            .waitedOut()),
    HALF_A_HEAD_THEN_FIN(afterRequest(
            "half a head",
            peer -> {
                peer.raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n");
                peer.drop();
            },
            "ended the connection before it had answered")),
    ONE_OCTET_PER_250_MS(afterRequest(
                    "1 octet per 250 ms",
                    peer -> Pace.oneOctetEach250Millis(peer, head(peer)),
                    "did not answer the opening handshake within 1 s")
            .waitedOut()),
    ENDLESS_HEADER_LINES(afterRequest(
            "endless header lines",
            peer -> {
                peer.raw("HTTP/1.1 101 OK\r\n");
                Pace.deafFlood(again -> again.raw("X-A: b\r\n")).play(peer);
            },
            "larger than 64 KiB")),
    ONE_ENDLESS_LINE(afterRequest(
            "one endless line",
            peer -> {
                peer.raw("HTTP/1.1 101 OK\r\nX-A: ");
                Pace.deafFlood(again -> again.raw("b".repeat(100))).play(peer);
            },
            "larger than 64 KiB")),
    ENDLESS_STATUS_LINE(afterRequest(
            "one endless line",
            peer -> {
                peer.raw("HTTP/1.1 101 ");
                Pace.deafFlood(again -> again.raw("OK ".repeat(100))).play(peer);
            },
            "larger than 64 KiB")),
    ENDLESS_INTERIM_ANSWERS(afterRequest(
            "100 then 101", Pace.deafFlood(again -> again.raw("HTTP/1.1 100 Continue\r\n\r\n")), "larger than 64 KiB")),
    INTERIM_ANSWER(Offense.answering(
            "4.1",
            "100 then 101",
            peer -> {
                String head = head(peer);
                peer.raw("HTTP/1.1 100 Continue\r\n\r\n" + head).text(TickContract.TICK);
            },
            Expected.passed())),
    LINE_FEEDS_ONLY(Offense.answering(
            "4.1",
            "LF only",
            peer -> peer.raw(head(peer).replace("\r", "")).text(TickContract.TICK),
            Expected.passed()));

    @SuppressWarnings("ImmutableEnumChecker") // scripts keep no state
    private final Offense offense;

    HandshakeStreams(Offense offense) {
        this.offense = offense;
    }

    @Override
    public Offense offense() {
        return offense;
    }

    private static Offense stream(String line, Script script, String... words) {
        return Offense.answering("4.1", line, script, Expected.unreachable(words));
    }

    private static Offense afterRequest(String line, Script script, String... words) {
        Script reading = peer -> {
            peer.request();
            script.play(peer);
        };
        return stream(line, reading, words);
    }

    private static String head(Connection peer) throws IOException {
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                + peer.request().acceptValue() + "\r\n\r\n";
    }
}
