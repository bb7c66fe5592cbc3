package dev.wspact.internal.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.PactBroker;
import dev.wspact.broker.BrokerException;
import dev.wspact.broker.BrokerException.Kind;
import dev.wspact.broker.BrokerOptions;
import dev.wspact.broker.DeploymentQuestion;
import dev.wspact.internal.broker.ScriptedBroker.Reply;
import dev.wspact.internal.broker.ScriptedBroker.Script;
import dev.wspact.verification.HttpProxy;
import dev.wspact.verification.Tls;
import dev.wspact.wire.OpeningHandshake;
import dev.wspact.wire.ScriptedServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The way to a broker, through TLS and HTTP proxies. */
@Timeout(60)
class BrokerRouteTest {
    /** For {@code localhost}, vouched for by an authority of our own. */
    private static final String VOUCHED = "/dev/wspact/wire/vouched.p12";
    /** For {@code localhost}, vouched for by itself. */
    private static final String SELF_SIGNED = "/dev/wspact/wire/localhost.p12";
    /** For {@code localhost}, out of date since 2020. */
    private static final String EXPIRED = "/dev/wspact/hostile/expired.p12";
    /** For another host. */
    private static final String ELSEWHERE = "/dev/wspact/hostile/elsewhere.p12";

    private static final String PASSWORD = "changeit";
    private static final HttpProxy.Credentials ALADDIN = new HttpProxy.Credentials("Aladdin", "open sesame");
    private static final String AS_ALADDIN = "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==";
    private static final DeploymentQuestion QUESTION = new DeploymentQuestion(
            "web-ui",
            new DeploymentQuestion.Version.Exact("c1"),
            new DeploymentQuestion.Target.Environment("production"),
            List.of());

    @TempDir
    private Path directory;

    /** A broker that says yes; its links lead to this address. */
    private static Script yes(String address) {
        return request -> request.target().contains("can-i-deploy")
                ? Reply.json(200, GateTest.answer("true", 1, 0, 0, GateTest.row("true")))
                : Reply.json(200, ScriptedBroker.INDEX.replace("BASE", address));
    }

    private static ScriptedBroker tls(String keys) throws IOException, GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keyStore(keys), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, null);
        return ScriptedBroker.behind(context, yes("BASE"));
    }

    private static KeyStore keyStore(String resource) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Objects.requireNonNull(BrokerRouteTest.class.getResourceAsStream(resource))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    /** Trusts who vouches for a certificate, and nobody else. */
    private Tls authorityOf(String resource) throws IOException, GeneralSecurityException {
        Certificate[] chain = keyStore(resource).getCertificateChain("localhost");
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", chain[chain.length - 1]);
        Path file = directory.resolve("trusted.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        return new Tls(file, PASSWORD);
    }

    private static BrokerException refused(ScriptedBroker server, Tls tls) {
        BrokerException failure = failure(server.options().tls(tls).build());
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure).hasMessageNotContaining("tried");
        assertThat(server.allRequests()).as("nothing was said to it").isEmpty();
        return failure;
    }

    private static BrokerException failure(BrokerOptions options) {
        try (PactBroker broker = PactBroker.of(options)) {
            broker.canIDeploy(QUESTION);
        } catch (BrokerException e) {
            return e;
        }
        throw new AssertionError("no failure");
    }

    private static void saysYes(BrokerOptions options) {
        try (PactBroker broker = PactBroker.of(options)) {
            assertThat(broker.canIDeploy(QUESTION).deployable()).isTrue();
        }
    }

    @Test
    void a_broker_that_an_authority_of_our_own_vouches_for_is_trusted_by_a_trust_store() throws Exception {
        try (ScriptedBroker server = tls(VOUCHED)) {
            saysYes(server.options().tls(authorityOf(VOUCHED)).build());
        }
    }

    @Test
    void a_broker_that_nobody_vouches_for_is_told_nothing() throws Exception {
        for (String unknown : List.of(SELF_SIGNED, VOUCHED)) {
            try (ScriptedBroker server = tls(unknown)) {
                assertThat(refused(server, Tls.DEFAULT))
                        .hasMessageContaining("GET " + server.url() + "/ failed in TLS: the certificate of localhost:"
                                + server.port() + " is not trusted: ")
                        .hasMessageEndingWith(
                                "If it is self-signed or from an authority of your own, name a trust store"
                                        + " that holds it with the option wspact.trustStore.");
            }
        }
    }

    @Test
    void a_certificate_that_is_out_of_date_or_for_another_host_is_told_as_such() throws Exception {
        try (ScriptedBroker server = tls(EXPIRED)) {
            assertThat(refused(server, authorityOf(EXPIRED)))
                    .hasMessageContaining("is out of date since 2020-")
                    .hasMessageContaining("Renew it");
        }
        try (ScriptedBroker server = tls(ELSEWHERE)) {
            assertThat(refused(server, authorityOf(ELSEWHERE)))
                    .hasMessageContaining("the certificate of localhost:" + server.port() + " does not fit: ");
            saysYes(server.options().tls(new Tls(null, null, true)).build());
        }
    }

    @Test
    void a_plain_port_that_is_called_by_tls_is_told_as_such() throws Exception {
        try (ScriptedServer plain = ScriptedServer.start(
                peer -> peer.raw("HTTP/1.1 400 Bad Request\r\n\r\n").drop())) {
            BrokerException failure = failure(BrokerOptions.of(URI.create("https://localhost:" + plain.port()))
                    .retries(0)
                    .build());
            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure).hasMessageContaining("if it is a plain port, use http://");
        }
    }

    @Test
    void a_trust_store_that_is_not_there_is_told_before_anything_is_sent() {
        BrokerOptions options = BrokerOptions.of(URI.create("https://broker.invalid"))
                .tls(new Tls(directory.resolve("none.p12"), PASSWORD))
                .build();
        assertThatThrownBy(() -> PactBroker.of(options))
                .isInstanceOfSatisfying(BrokerException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(Kind.NOT_SENT))
                .hasMessageContaining("there is no such file")
                .hasMessageEndingWith("Correct wspact.trustStore.");
    }

    private static HttpProxy proxy(int port, HttpProxy.@Nullable Credentials who, String... direct) {
        return new HttpProxy("localhost", port, who, List.of(direct));
    }

    @Test
    void a_proxy_finds_the_broker_by_itself_and_is_told_who_asks() throws Exception {
        try (ScriptedBroker proxy = new ScriptedBroker(yes("http://broker.invalid"))) {
            saysYes(BrokerOptions.of(URI.create("http://broker.invalid"))
                    .proxy(proxy(proxy.port(), ALADDIN))
                    .build());

            assertThat(proxy.lines())
                    .containsExactly(
                            "GET http://broker.invalid/",
                            "GET http://broker.invalid/can-i-deploy?pacticipant=web-ui&version=c1&environment=production");
            assertThat(proxy.requests()).allSatisfy(request -> assertThat(request.headers())
                    .containsEntry("proxy-authorization", AS_ALADDIN));
        }
    }

    @Test
    void a_broker_that_is_reached_directly_does_not_learn_who_we_are_to_the_proxy() throws Exception {
        try (ScriptedBroker server = new ScriptedBroker(yes("BASE"))) {
            saysYes(server.options()
                    .proxy(proxy(ScriptedServer.unusedPort(), ALADDIN, "127.*"))
                    .build());

            assertThat(server.allRequests()).hasSize(2).allSatisfy(request -> assertThat(request.headers())
                    .doesNotContainKey("proxy-authorization"));
        }
    }

    @Test
    void tls_goes_through_a_tunnel_of_the_proxy() throws Exception {
        BlockingQueue<OpeningHandshake> asked = new LinkedBlockingQueue<>();
        try (ScriptedBroker server = tls(VOUCHED);
                ScriptedServer proxy = ScriptedServer.start(peer -> {
                    asked.add(peer.request());
                    peer.raw("HTTP/1.1 200 Connection established\r\n\r\n").tunnelTo(server.port());
                })) {
            saysYes(server.options()
                    .tls(authorityOf(VOUCHED))
                    .proxy(proxy(proxy.port(), null))
                    .build());

            assertThat(asked).isNotEmpty().allSatisfy(request -> assertThat(request.line())
                    .isEqualTo("CONNECT localhost:" + server.port() + " HTTP/1.1"));
        }
    }

    @Test
    void a_proxy_that_opens_no_tunnel_is_told_as_such() throws Exception {
        for (int status : List.of(403, 502)) {
            try (ScriptedServer proxy = refusing(status)) {
                assertThat(behind(proxy))
                        .hasMessageContaining("the proxy localhost:" + proxy.port()
                                + " opened no way to broker.invalid:443: Tunnel failed, got: " + status)
                        .hasMessageContaining("nonProxyHosts")
                        .hasMessageNotContaining("sesame");
            }
        }
        try (ScriptedServer proxy = refusing(407)) {
            BrokerException failure = behind(proxy);
            assertThat(failure.kind()).isEqualTo(Kind.UNAUTHORIZED);
            assertThat(failure)
                    .hasMessageContaining("was answered with 407")
                    .hasMessageContaining("-Djdk.http.auth.tunneling.disabledSchemes= in MAVEN_OPTS");
        }
    }

    private static ScriptedServer refusing(int status) throws IOException {
        return ScriptedServer.start(peer -> {
            peer.refuse(status, List.of("Proxy-Authenticate: Basic realm=\"p\""), "no");
            peer.holdSilently();
        });
    }

    private static BrokerException behind(ScriptedServer proxy) {
        return failure(BrokerOptions.of(URI.create("https://broker.invalid"))
                .backoff(Duration.ofMillis(1))
                .proxy(proxy(proxy.port(), ALADDIN))
                .build());
    }

    @Test
    void a_proxy_that_asks_for_a_password_before_a_plain_broker_is_told_as_such() throws Exception {
        try (ScriptedBroker proxy = new ScriptedBroker(request -> Reply.withHeader(407, "Proxy-Authenticate: Basic"))) {
            BrokerException failure = failure(BrokerOptions.of(URI.create("http://broker.invalid"))
                    .proxy(proxy(proxy.port(), null))
                    .build());

            assertThat(failure.kind()).isEqualTo(Kind.UNAUTHORIZED);
            assertThat(failure)
                    .hasMessageContaining("was answered with 407")
                    .hasMessageContaining("Give the proxy's user and password");
        }
    }

    @Test
    void a_proxy_that_is_down_is_named_in_place_of_the_broker() throws Exception {
        int nobody = ScriptedServer.unusedPort();
        BrokerException failure = failure(BrokerOptions.of(URI.create("http://broker.invalid"))
                .backoff(Duration.ofMillis(1))
                .proxy(proxy(nobody, ALADDIN))
                .build());

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure)
                .hasMessageContaining("the proxy localhost:" + nobody + " does not listen")
                .hasMessageContaining("(tried 4 times)")
                .hasMessageContaining("wspact.proxy")
                .hasMessageNotContaining("sesame");
    }
}
