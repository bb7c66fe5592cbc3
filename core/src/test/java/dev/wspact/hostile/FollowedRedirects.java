package dev.wspact.hostile;

import dev.wspact.verification.VerificationOptions;
import dev.wspact.wire.Connection;
import dev.wspact.wire.Script;
import java.util.List;
import java.util.Map;

/** Redirects that lead a client astray which was told to follow them (RFC 9110 section 15.4). */
enum FollowedRedirects implements Behavior {
    TO_ITSELF(wrong("redirect loop", to("/ticks"), "Location", "a URL that has not led here already")),
    TO_EACH_OTHER(wrong(
            "redirect loop",
            peer -> to(peer.request().target().endsWith("a") ? "/ticks?b" : "/ticks?a")
                    .play(peer),
            "Location",
            "a URL that has not led here already")),
    WITHOUT_END(wrong(
            "redirect loop",
            peer -> to("/ticks?" + peer.number()).play(peer),
            "Location",
            "at most 5 redirects",
            "one more, to ws://localhost:")),
    TO_A_FILE(wrong(
            "redirect file:",
            to("file:///etc/passwd"),
            "Location",
            "a URL with ws, wss, http or https",
            "file:///etc/passwd")),
    TO_A_SCRIPT(wrong("redirect file:", to("javascript:alert(1)"), "a URL with ws, wss, http or https")),
    TO_NO_URL(wrong("redirect file:", to("http://[::1"), "a URL with ws, wss, http or https")),
    TO_A_PORT_THAT_THERE_IS_NOT(
            wrong("redirect file:", to("ws://localhost:99999/"), "a URL with ws, wss, http or https")),
    WITHOUT_LOCATION(wrong("redirect once", refusal(List.of()), "Location", "one URL", "none")),
    WITH_TWO_LOCATIONS(
            wrong("redirect once", refusal(List.of("Location: /a", "Location: /b")), "Location", "one URL", "/a, /b")),
    OUT_OF_TLS(Offense.answering(
                    "4.1",
                    "redirect once",
                    peer -> {
                        Connection tls = peer.secured(Keys.LOCALHOST.server(), false);
                        tls.request();
                        tls.raw("HTTP/1.1 302 Found\r\nLocation: http://localhost/ticks\r\nContent-Length: 0\r\n\r\n");
                        tls.holdSilently();
                    },
                    Expected.rejected("Location", "a URL with wss or https", "http://localhost/ticks"))
            .against(following(Keys.LOCALHOST.trusted()))),
    TO_WHERE_NOBODY_LISTENS(answering(
            "redirect once", to("ws://localhost:1/ticks"), Expected.unreachable("nothing listens on localhost:1"))),
    TO_HTTP_OF_ELSEWHERE_WITHOUT_CREDENTIALS(answering(
                    "redirect once",
                    FollowedRedirects::elsewhere,
                    Expected.passed().hearing(1000, Expected.NOTHING))
            .against(following(ClientSetup.PLAIN.with(url -> VerificationOptions.of(url)
                    .headers(Map.of("Authorization", List.of("Bearer secret"), "Cookie", List.of("sid=secret"))))))),
    WITH_AN_ENDLESS_BODY(answering(
            "redirect loop",
            peer -> {
                peer.request();
                peer.raw("HTTP/1.1 302 Found\r\nLocation: /ticks\r\nTransfer-Encoding: chunked\r\n\r\n");
                Pace.deafFlood(again -> again.raw("a\r\n0123456789\r\n")).play(peer);
            },
            Expected.rejected("Location", "a URL that has not led here already"))),
    TO_SILENCE(answering(
                    "redirect once",
                    peer -> {
                        if (peer.request().target().equals("/silence")) {
                            peer.holdSilently();
                        }
                        to("/silence").play(peer);
                    },
                    Expected.unreachable("did not answer the opening handshake within 1 s"))
            .waitedOut());

    @SuppressWarnings("ImmutableEnumChecker") // scripts keep no state
    private final Offense offense;

    FollowedRedirects(Offense offense) {
        this.offense = offense;
    }

    @Override
    public Offense offense() {
        return offense;
    }

    private static Offense wrong(String line, Script script, String... words) {
        return answering(line, script, Expected.rejected(words));
    }

    private static Offense answering(String line, Script script, Expected expected) {
        return Offense.answering("4.1", line, script, expected).against(following(ClientSetup.PLAIN));
    }

    private static ClientSetup following(ClientSetup client) {
        return client.with(url -> client.options().of(url).followRedirects(true));
    }

    private static Script to(String location) {
        return refusal(List.of("Location: " + location));
    }

    private static Script refusal(List<String> fields) {
        return peer -> {
            peer.refuse(302, fields, "moved");
            peer.holdSilently();
        };
    }

    /** The same server under another name; it hears nothing that belongs to the first. */
    private static void elsewhere(Connection peer) throws Exception {
        String host = peer.request().header("Host");
        if (host.startsWith("localhost:")) {
            to("http://127.0.0.1" + host.substring("localhost".length()) + "/ticks")
                    .play(peer);
            return;
        }
        for (String secret : List.of("Authorization", "Cookie")) {
            if (!peer.request().headers().values(secret).isEmpty()) {
                throw new AssertionError(secret + " was sent to another origin");
            }
        }
        peer.accept().text(TickContract.TICK);
    }
}
