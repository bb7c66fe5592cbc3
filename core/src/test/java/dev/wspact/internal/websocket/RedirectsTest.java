package dev.wspact.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.internal.redaction.Secrets;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Headers;
import dev.wspact.verification.Limits;
import dev.wspact.verification.Tls;
import dev.wspact.wire.OpeningHandshake;
import dev.wspact.wire.Script;
import dev.wspact.wire.ScriptedServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RedirectsTest {
    private static final Headers CREDENTIALS = new Headers(Map.of(
            "Authorization", List.of("Bearer t"),
            "Cookie", List.of("sid=1"),
            "X-Api-Key", List.of("k"),
            "X-Own", List.of("o"),
            "Host", List.of("shop.example"),
            "X-Tenant", List.of("t1")));

    private final BlockingQueue<OpeningHandshake> requests = new LinkedBlockingQueue<>();
    private final Client client = new Client();

    @AfterEach
    void no_thread_is_left() {
        client.close();
    }

    private static ConnectRequest following(URI url, Headers headers) {
        Route route = new Route(Tls.DEFAULT, null, true, Secrets.and(Set.of("X-Own")));
        return new ConnectRequest(url, headers, List.of(), route, Limits.DEFAULT, false);
    }

    private Script redirecting(int status, String... locations) {
        return peer -> {
            requests.add(peer.request());
            peer.refuse(
                    status,
                    List.of(locations).stream().map(l -> "Location: " + l).toList(),
                    "moved");
            peer.holdSilently();
        };
    }

    private final Script accepting = peer -> {
        requests.add(peer.request());
        peer.accept().closeWhenAsked();
    };

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void a_redirect_is_followed_if_asked(int status) throws Exception {
        try (ScriptedServer server = ScriptedServer.startInOrder(redirecting(status, "/b?x=%2F"), accepting)) {
            ConnectOutcome outcome = client.connect(following(server.uri("/a"), CREDENTIALS));

            assertThat(outcome).isInstanceOfSatisfying(ConnectOutcome.Redirected.class, redirected -> {
                assertThat(redirected.url()).isEqualTo(server.uri("/b?x=%2F"));
                assertThat(redirected.sameOrigin()).isTrue();
                assertThat(redirected.outcome()).isInstanceOf(ConnectOutcome.Opened.class);
                ((ConnectOutcome.Opened) redirected.outcome()).session().close();
            });
            assertThat(requests.remove().target()).isEqualTo("/a");
            OpeningHandshake second = requests.remove();
            assertThat(second.target()).isEqualTo("/b?x=%2F");
            assertThat(second.header("Authorization")).isEqualTo("Bearer t");
            assertThat(second.header("Host")).isEqualTo("shop.example");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 304, 305, 401})
    void other_answers_lead_nowhere(int status) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(redirecting(status, "/b"))) {
            assertThat(client.connect(following(server.uri("/a"), Headers.NONE)))
                    .isInstanceOf(ConnectOutcome.Refused.class);
        }
    }

    @Test
    void a_redirect_is_a_refusal_unless_asked() throws Exception {
        try (ScriptedServer server = ScriptedServer.startInOrder(redirecting(302, "/b"))) {
            assertThat(client.connect(Client.request(server.uri("/a")))).isInstanceOf(ConnectOutcome.Refused.class);
        }
    }

    @Test
    void nothing_secret_goes_to_another_origin() throws Exception {
        try (ScriptedServer target = ScriptedServer.start(redirecting(401));
                ScriptedServer server =
                        ScriptedServer.start(redirecting(307, "http://localhost:" + target.port() + "/b#fragment"))) {
            URI url = URI.create(server.uri("/a").toString().replace("localhost", "me:secret@localhost"));
            Headers headers = new Headers(Map.of(
                    "Cookie",
                    List.of("sid=1"),
                    "X-Own",
                    List.of("o"),
                    "X-Api-Key",
                    List.of("k"),
                    "Host",
                    List.of("h.example"),
                    "X-Tenant",
                    List.of("t1")));

            ConnectOutcome outcome = client.connect(following(url, headers));

            assertThat(outcome).isInstanceOfSatisfying(ConnectOutcome.Redirected.class, redirected -> {
                assertThat(redirected.url()).isEqualTo(target.uri("/b"));
                assertThat(redirected.sameOrigin()).isFalse();
                assertThat(redirected.outcome()).isInstanceOf(ConnectOutcome.Refused.class);
            });
            assertThat(requests.remove().headers().fields()).containsKeys("Authorization", "Cookie", "X-Own");
            OpeningHandshake second = requests.remove();
            assertThat(second.headers().fields())
                    .doesNotContainKeys("Authorization", "Cookie", "X-Own", "X-Api-Key")
                    .containsEntry("X-Tenant", List.of("t1"))
                    .containsEntry("Host", List.of("localhost:" + target.port()));
        }
    }

    @Test
    void user_info_stays_with_its_origin() throws Exception {
        try (ScriptedServer server = ScriptedServer.startInOrder(redirecting(302, "/b"), redirecting(404))) {
            client.connect(following(
                    URI.create(server.uri("/a").toString().replace("localhost", "Aladdin:open%20sesame@localhost")),
                    Headers.NONE));

            assertThat(requests.remove().header("Authorization")).isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
            assertThat(requests.remove().header("Authorization")).isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        }
    }

    @Test
    void a_loop_ends() throws Exception {
        try (ScriptedServer server = ScriptedServer.startInOrder(redirecting(302, "/b"), redirecting(302, "/a"))) {
            assertThat(client.connect(following(server.uri("/a"), Headers.NONE)))
                    .isInstanceOfSatisfying(
                            ConnectOutcome.Redirected.class, redirected -> assertThat(redirected.outcome())
                                    .isInstanceOfSatisfying(ConnectOutcome.Unsound.class, unsound -> {
                                        assertThat(unsound.rule()).isEqualTo("Location");
                                        assertThat(unsound.expected()).isEqualTo("a URL that has not led here already");
                                        assertThat(unsound.actual())
                                                .isEqualTo(server.uri("/a").toString());
                                    }));
        }
    }

    @Test
    void five_redirects_are_followed_and_no_more() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            peer.refuse(302, List.of("Location: /" + (peer.number() + 1)), "");
            peer.holdSilently();
        })) {
            assertThat(client.connect(following(server.uri("/1"), Headers.NONE)))
                    .isInstanceOfSatisfying(ConnectOutcome.Redirected.class, redirected -> {
                        assertThat(redirected.url()).isEqualTo(server.uri("/6"));
                        assertThat(redirected.outcome())
                                .isInstanceOfSatisfying(
                                        ConnectOutcome.Unsound.class, unsound -> assertThat(unsound.expected())
                                                .isEqualTo("at most 5 redirects"));
                    });
            assertThat(server.connections()).isEqualTo(6);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ws://h:1/a/b?q     | c             | ws://h:1/a/c",
                "ws://h:1/a/b?q     | ../c?d=%20    | ws://h:1/c?d=%20",
                "ws://h:1/a/b?q     | ?x=1          | ws://h:1/a/b?x=1",
                "ws://h             | c             | ws://h/c",
                "ws://h:1/a         | //other/b     | ws://other/b",
                "wss://h/a          | https://o/b   | wss://o/b",
                "ws://h/a           | HTTPS://o     | wss://o",
                "ws://h/a           | ws://u:p@o/b  | ws://o/b",
                "ws://h/a           | ws://[::1]:9/ | ws://[::1]:9/"
            })
    void a_location_is_resolved(String from, String location, String to) {
        Redirects redirects = new Redirects(following(URI.create(from), Headers.NONE));

        assertThat(redirects.follow(redirect(location))).isNull();
        assertThat(redirects.request().url()).isEqualTo(URI.create(to));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ws://h/a  | ftp://o/b          | a URL with ws, wss, http or https",
                "ws://h/a  | mailto:me          | a URL with ws, wss, http or https",
                "ws://h/a  | ws:///b            | a URL with ws, wss, http or https",
                "ws://h/a  | ws://o:65536/b     | a URL with ws, wss, http or https",
                "ws://h/a  | a b                | a URL with ws, wss, http or https",
                "wss://h/a | http://h/b         | a URL with wss or https, since the one that leads there has TLS",
                "wss://h/a | ws://o/b           | a URL with wss or https, since the one that leads there has TLS"
            })
    void a_location_that_leads_nowhere_is_wrong(String from, String location, String expected) {
        Redirects redirects = new Redirects(following(URI.create(from), Headers.NONE));

        ConnectOutcome.Unsound unsound = redirects.follow(redirect(location));

        assertThat(unsound).isNotNull();
        assertThat(unsound.rule()).isEqualTo("Location");
        assertThat(unsound.expected()).isEqualTo(expected);
        assertThat(unsound.actual()).isEqualTo(location);
    }

    @Test
    void a_redirect_names_one_location() {
        Redirects redirects = new Redirects(following(URI.create("ws://h/a"), Headers.NONE));

        assertThat(redirects.follow(new HandshakeResponse(302, Headers.NONE)).actual())
                .isEqualTo("none");
        assertThat(redirects
                        .follow(new HandshakeResponse(302, new Headers(Map.of("Location", List.of("/a", "/b")))))
                        .actual())
                .isEqualTo("/a, /b");
    }

    private static HandshakeResponse redirect(String location) {
        return new HandshakeResponse(302, new Headers(Map.of("Location", List.of(location))));
    }
}
