package dev.wspact.hostile;

import dev.wspact.verification.HttpProxy;
import dev.wspact.verification.VerificationOptions;
import dev.wspact.wire.Connection;
import dev.wspact.wire.Script;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** HTTP proxies that open no tunnel, or one that leads nowhere (RFC 9110 section 9.3.6). */
enum Proxies implements Behavior {
    WANTS_CREDENTIALS(answer(
            "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Negotiate, Basic realm=\"way out\"\r\n"
                    + "Content-Length: 2\r\n\r\nno",
            "answered 407 (Proxy-Authenticate: Negotiate, Basic realm=\"way out\")",
            "user and password before the host in wspact.proxy")),
    WANTS_CREDENTIALS_AND_GETS_THE_WRONG_ONES(answering(
                    peer -> {
                        if (!"Basic bWU6aHVudGVyMg==".equals(peer.request().header("Proxy-Authorization"))) {
                            throw new AssertionError("the credentials that were given");
                        }
                        peer.raw("HTTP/1.1 407 Go away\r\nProxy-Authenticate: Basic realm=\"way out\"\r\n\r\n");
                    },
                    Expected.unreachable("answered 407", "check the user and the password of the proxy"))
            .against(through(new HttpProxy.Credentials("me", "hunter2")))),
    WANTS_CREDENTIALS_IN_A_CHALLENGE_WITHOUT_END(answer(
            "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"" + "x".repeat(60_000) + "\"\r\n\r\n",
            "answered 407 (Proxy-Authenticate: Basic realm=\"xxx",
            "xxx…)")),
    FORBIDS_IT(
            answer("HTTP/1.1 403 Forbidden\r\n\r\n", "answered 403", "have the proxy allow CONNECT", "nonProxyHosts")),
    REDIRECTS(answer(
            "HTTP/1.1 302 Found\r\nLocation: http://login.example/\r\n\r\n",
            "answered 302",
            "have the proxy allow CONNECT")),
    UPGRADES_ITSELF(answer(
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n", "answered 101")),
    DOES_NOT_REACH_THE_SERVER(answer(
            "HTTP/1.1 504 Gateway Timeout\r\nContent-Length: 900000000000\r\n\r\n",
            "answered 504",
            "check that the proxy can reach it")),
    ENDLESS_HEADER_LINES(asked(
            peer -> {
                peer.raw("HTTP/1.1 200 OK\r\n");
                Pace.deafFlood(again -> again.raw("X-A: b\r\n")).play(peer);
            },
            "does not answer as an HTTP proxy",
            "larger than 64 KiB")),
    ONE_ENDLESS_LINE(asked(
            peer -> {
                peer.raw("HTTP/1.1 200 ");
                Pace.deafFlood(again -> again.raw("OK ".repeat(100))).play(peer);
            },
            "does not answer as an HTTP proxy",
            "larger than 64 KiB")),
    ENDLESS_INTERIM_ANSWERS(
            asked(Pace.deafFlood(again -> again.raw("HTTP/1.1 102 Processing\r\n\r\n")), "larger than 64 KiB")),
    GREETING_OF_ANOTHER_PROTOCOL(asked(
            peer -> {
                peer.raw("SSH-2.0-OpenSSH_9.6\r\n");
                peer.holdSilently();
            },
            "does not answer as an HTTP proxy",
            "\"SSH-2")),
    SPEAKS_TLS(asked(
            peer -> {
                peer.raw(Bytes.hex("15 03 01 00 02 02 46"));
                peer.holdSilently();
            },
            "does not answer as an HTTP proxy",
            "name the port of the proxy that does not ask for TLS")),
    FIN_AT_ONCE(answering(Connection::drop, Expected.unreachable("the proxy localhost:"))),
    RST_AT_ONCE(answering(Connection::reset, Expected.unreachable("the proxy localhost:"))),
    FIN_AFTER_THE_REQUEST(asked(Connection::drop, "ended the connection before it had opened a tunnel")),
    FIN_INSIDE_THE_ANSWER(asked(
            peer -> peer.raw("HTTP/1.1 200 OK\r\nVia: ").drop(), "ended the connection before it had opened a tunnel")),
    SILENCE(asked(Connection::holdSilently, "opened no tunnel to feed.test:80 within 1 s")
            .waitedOut()),
    ONE_OCTET_PER_250_MS(asked(
                    peer -> Pace.oneOctetEach250Millis(peer, "HTTP/1.1 200 Connection established\r\n\r\n"),
                    "opened no tunnel to feed.test:80 within 1 s")
            .waitedOut()),
    TUNNEL_TO_NOWHERE(asked(
            peer -> peer.raw("HTTP/1.1 200 OK\r\n\r\n").drop(),
            "feed.test:80 ended the connection before it had answered the opening handshake")),
    TUNNEL_TO_SILENCE(asked(
                    peer -> {
                        peer.raw("HTTP/1.1 200 OK\r\n\r\n");
                        peer.holdSilently();
                    },
                    "feed.test:80 took the TCP connection but did not answer the opening handshake within 1 s")
            .waitedOut()),
    TUNNEL_TO_JUNK(asked(
            peer -> {
                peer.raw("HTTP/1.1 200 OK\r\n\r\n<html>Welcome</html>");
                peer.holdSilently();
            },
            "feed.test:80 does not answer as a WebSocket server",
            "\"<html")),
    TUNNEL_TO_JUNK_INSTEAD_OF_TLS(asked(
                    peer -> {
                        peer.raw("HTTP/1.1 200 OK\r\n\r\n<html>Welcome to the login page</html>");
                        peer.holdSilently();
                    },
                    "feed.test:443 does not speak TLS")
            .against(through("wss://feed.test/ticks", null))),
    TUNNEL_WITH_A_LENGTH(answering(
                    Proxies::tunnelHome,
                    // of the two connections either may end first
                    Expected.passed().hearing(1000, Expected.NOTHING))
            .against(ClientSetup.PLAIN.with(url -> VerificationOptions.of(url).proxy(proxy(url, null)))));

    @SuppressWarnings("ImmutableEnumChecker") // scripts keep no state
    private final Offense offense;

    Proxies(Offense offense) {
        this.offense = offense;
    }

    @Override
    public Offense offense() {
        return offense;
    }

    private static Offense answer(String answer, String... words) {
        return asked(
                peer -> {
                    peer.raw(answer);
                    peer.holdSilently();
                },
                words);
    }

    private static Offense asked(Script script, String... words) {
        Script reading = peer -> {
            peer.request();
            script.play(peer);
        };
        return answering(reading, Expected.unreachable(words));
    }

    private static Offense answering(Script script, Expected expected) {
        return Offense.answering("ideas", "HTTP proxies (CONNECT)", script, expected)
                .against(through(null));
    }

    private static ClientSetup through(HttpProxy.@Nullable Credentials credentials) {
        return through("ws://feed.test/ticks", credentials);
    }

    /** A client for a server that only the hostile proxy could know. */
    private static ClientSetup through(String server, HttpProxy.@Nullable Credentials credentials) {
        return ClientSetup.PLAIN.with(
                url -> VerificationOptions.of(URI.create(server)).proxy(proxy(url, credentials)));
    }

    private static HttpProxy proxy(URI url, HttpProxy.@Nullable Credentials credentials) {
        return new HttpProxy(url.getHost(), url.getPort(), credentials, List.of());
    }

    /** Is both the proxy and the server; announces a body, which a 2xx to CONNECT never has. */
    private static void tunnelHome(Connection peer) throws Exception {
        String target = peer.request().target();
        if (target.startsWith("/")) {
            peer.accept().text(TickContract.TICK);
            return;
        }
        peer.raw("HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n")
                .tunnelTo(Integer.parseInt(target.substring(target.indexOf(':') + 1)));
    }
}
