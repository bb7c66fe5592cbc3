package dev.wspact.hostile;

import java.util.List;

/** Answers with another status than 101. */
enum HandshakeStatuses implements Behavior {
    OK(refusal(
            "200",
            "200 OK",
            List.of("Content-Type: text/html", "Content-Length: 14"),
            "101, an open connection",
            "200",
            "let price-feed serve WebSocket at this path")),
    UNAUTHORIZED(refusal(
            "401",
            "401 Unauthorized",
            List.of("WWW-Authenticate: Basic realm=\"a\"", "Content-Length: 14"),
            "401, WWW-Authenticate: Basic realm=\"a\"",
            "wspact.headers; it asks for the scheme Basic")),
    FORBIDDEN(refusal(
            "403",
            "403 Forbidden",
            List.of("Content-Length: 14"),
            "403",
            "wspact.headers",
            "the Origin that it expects")),
    UPGRADE_REQUIRED(refusal(
            "426",
            "426 Upgrade Required",
            List.of("Upgrade: websocket", "Sec-WebSocket-Version: 8", "Content-Length: 14"),
            "426, Upgrade: websocket, Sec-WebSocket-Version: 8",
            "let price-feed speak version 13 of the WebSocket protocol (RFC 6455)")),
    UPGRADE_REQUIRED_TO_ANOTHER_PROTOCOL(refusal(
            "426",
            "426 Upgrade Required",
            List.of("Upgrade: h2c", "Upgrade: TLS/1.0", "Content-Length: 14"),
            "426, Upgrade: h2c, Upgrade: TLS/1.0",
            "if a proxy stands before it, let it pass on the fields Upgrade and Connection")),
    UPGRADE_REQUIRED_TO_ENDLESS_VERSIONS(refusal(
            "426",
            "426 Upgrade Required",
            List.of("Sec-WebSocket-Version: " + "8, ".repeat(10_000), "Content-Length: 14"),
            "426, Sec-WebSocket-Version: 8, 8,",
            "let price-feed speak version 13 of the WebSocket protocol (RFC 6455)")),
    UNAVAILABLE_FOR_A_DAY(refusal(
            "503 Retry-After 86400",
            "503 Service Unavailable",
            List.of("Retry-After: 86400", "Content-Length: 14"),
            "503, Retry-After: 86400",
            "verify again once price-feed is ready, in 86400 s")),
    UNAVAILABLE_UNTIL_A_DATE(refusal(
            "503 Retry-After 86400",
            "503 Service Unavailable",
            List.of("Retry-After: Fri, 31 Dec 2999 23:59:59 GMT", "Content-Length: 14"),
            "503, Retry-After: Fri, 31 Dec 2999 23:59:59 GMT",
            "is ready, after Fri, 31 Dec 2999 23:59:59 GMT")),
    UNAVAILABLE_FOR_LONGER_THAN_A_NUMBER_HOLDS(refusal(
            "503 Retry-After 86400",
            "503 Service Unavailable",
            List.of("Retry-After: 99999999999999999999", "Content-Length: 14"),
            "503, Retry-After: 99999999999999999999",
            "verify again once price-feed is ready")),
    REDIRECT(refusal(
            "redirect once",
            "302 Found",
            List.of("Location: ws://localhost:1/ticks", "Content-Length: 14"),
            "302, Location: ws://localhost:1/ticks",
            Words.FOLLOW)),
    REDIRECT_TO_ITSELF(refusal(
            "redirect loop",
            "307 Temporary Redirect",
            List.of("Location: /ticks", "Content-Length: 14"),
            "307, Location: /ticks",
            Words.FOLLOW)),
    REDIRECT_TO_A_FILE(refusal(
            "redirect file:",
            "301 Moved Permanently",
            List.of("Location: file:///etc/passwd", "Content-Length: 14"),
            "301, Location: file:///etc/passwd",
            Words.FOLLOW)),
    REDIRECT_TO_NOWHERE(
            refusal("redirect once", "308 Permanent Redirect", List.of("Content-Length: 14"), "308", Words.FOLLOW)),
    UNAUTHORIZED_WITH_AN_ENDLESS_BODY(endlessBody("Connection: close")),
    UNAUTHORIZED_WITH_AN_ENDLESS_BODY_THAT_HAS_A_LENGTH(endlessBody("Content-Length: 9000000000000000000")),
    UNAUTHORIZED_WITH_ENDLESS_CHUNKS(Offense.answering(
            "4.1",
            "401 + endless body",
            peer -> {
                peer.request();
                peer.raw("HTTP/1.1 401 Unauthorized\r\nTransfer-Encoding: chunked\r\n\r\n");
                Pace.deafFlood(again -> again.raw("a\r\n0123456789\r\n")).play(peer);
            },
            Expected.rejected("401"))),
    UNAUTHORIZED_WITH_A_BODY_THAT_NEVER_COMES(Offense.answering(
            "4.1",
            "401 + endless body",
            peer -> {
                peer.request();
                peer.raw("HTTP/1.1 401 Unauthorized\r\nContent-Length: 10\r\n\r\n");
                peer.holdSilently();
            },
            Expected.rejected("401"))),
    UNAUTHORIZED_WITH_A_SLOW_BODY(Offense.answering(
            "4.1",
            "401 + endless body",
            peer -> {
                peer.request();
                peer.raw("HTTP/1.1 401 Unauthorized\r\nContent-Length: 1000\r\n\r\n");
                Pace.oneOctetEach250Millis(peer, "x".repeat(100));
            },
            Expected.rejected("401")));

    @SuppressWarnings("ImmutableEnumChecker") // scripts keep no state
    private final Offense offense;

    HandshakeStatuses(Offense offense) {
        this.offense = offense;
    }

    @Override
    public Offense offense() {
        return offense;
    }

    private static Offense refusal(String line, String status, List<String> fields, String... words) {
        return Offense.answering(
                "4.1",
                line,
                peer -> {
                    peer.request();
                    peer.raw("HTTP/1.1 " + status + "\r\n" + String.join("\r\n", fields) + "\r\n\r\n<html>no</html>");
                },
                Expected.rejected(words));
    }

    private static Offense endlessBody(String field) {
        return Offense.answering(
                "4.1",
                "401 + endless body",
                peer -> {
                    peer.request();
                    peer.raw("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic\r\n" + field + "\r\n\r\n");
                    Pace.deafFlood(again -> again.raw("x".repeat(1000))).play(peer);
                },
                Expected.rejected("401"));
    }

    private static final class Words {
        private static final String FOLLOW = "let the verifier follow redirects (wspact.followRedirects)";
    }
}
