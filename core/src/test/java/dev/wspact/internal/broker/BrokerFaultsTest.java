package dev.wspact.internal.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wspact.PactBroker;
import dev.wspact.broker.BrokerCredentials;
import dev.wspact.broker.BrokerException;
import dev.wspact.broker.BrokerException.Kind;
import dev.wspact.broker.BrokerOptions;
import dev.wspact.broker.DeploymentQuestion;
import dev.wspact.broker.Environment;
import dev.wspact.broker.PactText;
import dev.wspact.broker.PacticipantVersion;
import dev.wspact.broker.Publication;
import dev.wspact.internal.broker.ScriptedBroker.Reply;
import dev.wspact.internal.broker.ScriptedBroker.Request;
import dev.wspact.internal.broker.ScriptedBroker.Script;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BrokerFaultsTest {
    private static final String PUBLISHED =
            "{\"notices\": [], \"_embedded\": {\"version\": {\"number\": \"1\"}}, \"_links\": {\"pb:contracts\": []}}";
    private static final DeploymentQuestion QUESTION = new DeploymentQuestion(
            "web-ui",
            new DeploymentQuestion.Version.Exact("c1"),
            new DeploymentQuestion.Target.Environment("production"),
            List.of());
    private static final Environment PRODUCTION = new Environment("production", "Production", true);

    private static Publication publication(String json) {
        return new Publication(new PacticipantVersion("ui", "1"), List.of(new PactText("ui", "svc", json)));
    }

    /** The index is fine, and everything else is answered like this. */
    private static Script all(Reply reply) {
        return request -> request.isIndex() ? null : reply;
    }

    /** Fails that often, and then answers. */
    private static Script after(int failures, Reply failure, Reply answer) {
        AtomicInteger seen = new AtomicInteger();
        return request -> request.isIndex() ? null : seen.incrementAndGet() <= failures ? failure : answer;
    }

    private static BrokerException failure(ScriptedBroker server, Consumer<PactBroker> what) {
        return failure(server.options().build(), what);
    }

    private static BrokerException failure(BrokerOptions options, Consumer<PactBroker> what) {
        try (PactBroker broker = PactBroker.of(options)) {
            BrokerException failure = catchThrowableOfType(BrokerException.class, () -> what.accept(broker));
            assertThat(failure).as("a failure").isNotNull();
            return failure;
        }
    }

    @Test
    void a_broker_that_is_down_is_unreachable_after_retries() throws IOException {
        URI nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }
        BrokerException failure = failure(
                BrokerOptions.of(nobody).backoff(Duration.ofMillis(1)).build(), broker -> broker.canIDeploy(QUESTION));

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure)
                .hasMessage("looking up what the broker offers: GET " + nobody
                        + "/ was not answered: nothing listens there, or the way to it is closed (tried 4 times)."
                        + " Start the broker, or correct its URL (pact.broker.url); behind a proxy, set the proxy.");
    }

    @Test
    void a_broker_that_is_silent_is_given_up_without_retry() throws IOException {
        try (ScriptedBroker server = new ScriptedBroker(request -> Reply.silence())) {
            BrokerException failure = failure(
                    server.options().requestTimeout(Duration.ofSeconds(2)).build(),
                    broker -> broker.canIDeploy(QUESTION));

            assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
            assertThat(failure).hasMessageContaining("was not answered within 2000 ms");
            assertThat(server.allRequests()).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void a_question_is_asked_again_after_503_and_after_a_reset() throws IOException {
        Reply yes = Reply.json(200, GateTest.answer("true", 1, 0, 0, GateTest.row("true")));
        for (Reply fault : List.of(
                Reply.of(502, "text/plain", ""),
                Reply.of(503, "text/html", "<html>starting</html>"),
                Reply.of(504, "text/plain", ""),
                Reply.reset(),
                Reply.half("{"))) {
            try (ScriptedBroker server = new ScriptedBroker(after(2, fault, yes));
                    PactBroker broker = PactBroker.of(server.options().build())) {
                assertThat(broker.canIDeploy(QUESTION).deployable()).isTrue();
                assertThat(server.requests()).hasSizeGreaterThanOrEqualTo(3);
            }
        }
    }

    @Test
    void an_error_500_is_no_passing_fault_and_is_told_with_its_reference() throws IOException {
        String body = "{\"error\": {\"message\": \"An error has occurred.\", \"reference\": \"ab12\"}}";
        try (ScriptedBroker server = new ScriptedBroker(all(Reply.json(500, body)))) {
            BrokerException failure = failure(server, broker -> broker.publish(publication("{}")));

            assertThat(failure.kind()).isEqualTo(Kind.BROKER_FAILED);
            assertThat(failure)
                    .hasMessage("publishing the pacts of ui, version 1: POST " + server.url()
                            + "/contracts/publish was answered with 500: An error has occurred. (reference ab12)."
                            + " See the broker's log; if it is overloaded, try again.");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void a_publication_is_sent_again_after_a_reset_since_the_same_changes_nothing() throws IOException {
        try (ScriptedBroker server = new ScriptedBroker(after(1, Reply.reset(), Reply.json(200, PUBLISHED)));
                PactBroker broker = PactBroker.of(server.options().build())) {
            broker.publish(publication("{}"));

            assertThat(server.lines()).containsExactly("POST /contracts/publish", "POST /contracts/publish");
            assertThat(server.requests().get(0).body())
                    .isEqualTo(server.requests().get(1).body());
        }
    }

    @Test
    void what_must_not_be_done_twice_is_not_sent_again_after_a_reset() throws IOException {
        try (ScriptedBroker server = new ScriptedBroker(all(Reply.reset()))) {
            BrokerException failure = failure(server, broker -> broker.createEnvironment(PRODUCTION));

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure)
                    .hasMessageContaining("the broker may have done it all the same, so it was not sent again")
                    .hasMessageContaining("look in the broker whether it was done before you run it again");
            assertThat(server.lines()).containsExactly("POST /environments");
        }
    }

    @Test
    void what_must_not_be_done_twice_is_not_sent_again_after_503() throws IOException {
        try (ScriptedBroker server = new ScriptedBroker(all(Reply.of(503, "text/plain", "")))) {
            BrokerException failure = failure(server, broker -> broker.createEnvironment(PRODUCTION));

            assertThat(failure.kind()).isEqualTo(Kind.BROKER_FAILED);
            assertThat(server.lines()).containsExactly("POST /environments");
        }
    }

    @Test
    void an_empty_401_asks_for_credentials() throws IOException {
        try (ScriptedBroker server = new ScriptedBroker(request -> Reply.of(401, "text/plain", ""))) {
            BrokerException failure = failure(server, broker -> broker.canIDeploy(QUESTION));

            assertThat(failure.kind()).isEqualTo(Kind.UNAUTHORIZED);
            assertThat(failure)
                    .hasMessage("looking up what the broker offers: GET " + server.url()
                            + "/ was answered with 401. Give the broker's token, or its user and password"
                            + " (pact.broker.token, pact.broker.username, pact.broker.password, or"
                            + " pact.broker.serverId), or correct them.");
        }
    }

    @Test
    void a_web_page_is_no_answer() throws IOException {
        for (Reply page : List.of(
                Reply.of(200, "text/html", "<html>Welcome</html>"),
                Reply.of(200, "application/json", "<!doctype html><html>Log in</html>"))) {
            try (ScriptedBroker server = new ScriptedBroker(all(page))) {
                BrokerException failure = failure(server, broker -> broker.canIDeploy(QUESTION));

                assertThat(failure.kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
                assertThat(failure).hasMessageContaining("a web page instead of a document of a Pact Broker");
            }
        }
    }

    @Test
    void a_redirect_to_a_login_page_is_not_followed_and_shows_no_secret() throws IOException {
        try (ScriptedBroker server = new ScriptedBroker(
                all(Reply.withHeader(302, "Location: https://login.example.org/in?session=s3cret")))) {
            BrokerException failure = failure(server, broker -> broker.canIDeploy(QUESTION));

            assertThat(failure.kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
            assertThat(failure)
                    .hasMessageContaining("302, a redirect to https://login.example.org/in?session=redacted")
                    .hasMessageNotContaining("s3cret");
        }
    }

    @Test
    void half_a_document_is_no_answer() throws IOException {
        String half = GateTest.answer("true", 1, 0, 0, "").substring(0, 60);
        try (ScriptedBroker server = new ScriptedBroker(all(Reply.json(200, half)))) {
            BrokerException failure = failure(server, broker -> broker.canIDeploy(QUESTION));

            assertThat(failure.kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
            assertThat(failure).hasMessageContaining("the answer is no whole JSON document");
        }
        try (ScriptedBroker server = new ScriptedBroker(all(Reply.half(half)))) {
            assertThat(failure(server, broker -> broker.canIDeploy(QUESTION)).kind())
                    .isEqualTo(Kind.UNREACHABLE);
        }
    }

    @Test
    void a_server_that_is_no_broker_is_told_apart() throws IOException {
        try (ScriptedBroker server = new ScriptedBroker(request -> Reply.json(200, "{\"status\": \"up\"}"))) {
            assertThat(failure(server, broker -> broker.canIDeploy(QUESTION)))
                    .hasMessageContaining("the document has no links (_links), so it is no broker's");
        }
    }

    @Test
    void a_conflict_is_told_in_the_brokers_words() throws IOException {
        String body = "{\"notices\": [{\"type\": \"info\", \"text\": \"-  1\\n+  2\"}],"
                + " \"errors\": {\"contracts\": [\"Cannot change the content of the pact.\"]}}";
        try (ScriptedBroker server = new ScriptedBroker(all(Reply.json(409, body)))) {
            BrokerException failure = failure(server, broker -> broker.publish(publication("{}")));

            assertThat(failure.kind()).isEqualTo(Kind.CONFLICT);
            assertThat(failure)
                    .hasMessageEndingWith("was answered with 409: Cannot change the content of the pact."
                            + " Publish under a new version: what was published for a version stays as it is.");
        }
    }

    @Test
    void an_answer_that_is_too_large_is_not_taken_in() throws IOException {
        String large = "{\"padding\": \"" + "x".repeat(100_000) + "\"}";
        try (ScriptedBroker server = new ScriptedBroker(all(Reply.json(200, large)))) {
            BrokerException failure =
                    failure(server.options().answerBytes(50_000).build(), broker -> broker.canIDeploy(QUESTION));

            assertThat(failure.kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
            assertThat(failure).hasMessageContaining("the answer is larger than 50000 bytes");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void a_contract_of_5_megabytes_arrives_as_it_is() throws IOException {
        String pact = "{\"padding\": \"" + "\u00e4\u20ac".repeat(1 << 20) + "\"}";
        try (ScriptedBroker server = new ScriptedBroker(all(Reply.json(200, PUBLISHED)));
                PactBroker broker = PactBroker.of(server.options().build())) {
            broker.publish(publication(pact));

            String body = server.requests().get(0).body();
            String content =
                    body.substring(body.indexOf("\"content\":\"") + "\"content\":\"".length(), body.lastIndexOf('"'));
            assertThat(new String(Base64.getDecoder().decode(content), java.nio.charset.StandardCharsets.UTF_8))
                    .hasSameSizeAs(pact)
                    .isEqualTo(pact);
        }
    }

    @Test
    void credentials_go_with_every_request_and_to_no_other_origin() throws IOException {
        try (ScriptedBroker other = new ScriptedBroker(all(Reply.json(200, "{}")));
                ScriptedBroker server = new ScriptedBroker(request -> request.isIndex()
                        ? Reply.json(
                                200,
                                ScriptedBroker.INDEX.replace("BASE", other.url().toString()))
                        : Reply.json(200, "{}"))) {
            BrokerException failure = failure(
                    server.options()
                            .credentials(new BrokerCredentials.Basic("me", "s3cret"))
                            .build(),
                    broker -> broker.canIDeploy(QUESTION));

            assertThat(failure.kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
            assertThat(failure)
                    .hasMessageContaining("to which the credentials are not sent")
                    .hasMessageNotContaining("s3cret");
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void basic_and_bearer_are_sent_before_the_broker_asks() throws IOException {
        for (var expected : List.of(
                List.of(new BrokerCredentials.Basic("me", "p:w"), "authorization", "Basic bWU6cDp3"),
                List.of(new BrokerCredentials.Bearer("t0k"), "authorization", "Bearer t0k"),
                List.of(new BrokerCredentials.Bearer("t0k", "X-Auth"), "x-auth", "Bearer t0k"))) {
            try (ScriptedBroker server = new ScriptedBroker(all(Reply.json(200, PUBLISHED)));
                    PactBroker broker = PactBroker.of(server.options()
                            .credentials((BrokerCredentials) expected.get(0))
                            .build())) {
                broker.publish(publication("{}"));

                Request request = server.requests().get(0);
                assertThat(request.headers()).containsEntry((String) expected.get(1), (String) expected.get(2));
                assertThat(request.headers())
                        .containsEntry("accept", "application/hal+json, application/json")
                        .containsEntry("content-type", "application/json");
            }
        }
    }
}
