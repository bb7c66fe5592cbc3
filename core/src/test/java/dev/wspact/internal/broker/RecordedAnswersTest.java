package dev.wspact.internal.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.PactBroker;
import dev.wspact.broker.BrokerException;
import dev.wspact.broker.ConsumerVersionSelector;
import dev.wspact.broker.DeploymentAnswer;
import dev.wspact.broker.DeploymentAnswer.Decision;
import dev.wspact.broker.DeploymentAnswer.Party;
import dev.wspact.broker.DeploymentAnswer.Row;
import dev.wspact.broker.DeploymentQuestion;
import dev.wspact.broker.DeploymentQuestion.Ignored;
import dev.wspact.broker.DeploymentQuestion.Target;
import dev.wspact.broker.DeploymentQuestion.Version;
import dev.wspact.broker.Environment;
import dev.wspact.broker.Notice;
import dev.wspact.broker.PactText;
import dev.wspact.broker.PactToVerify;
import dev.wspact.broker.PacticipantVersion;
import dev.wspact.broker.PactsQuery;
import dev.wspact.broker.Publication;
import dev.wspact.broker.PublicationAnswer;
import dev.wspact.broker.RecordedVersion;
import dev.wspact.contract.Contract;
import dev.wspact.contract.Interaction;
import dev.wspact.internal.json.StrictJson;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The client against what the real broker (2.120.0) answered. */
@Tag("shared")
class RecordedAnswersTest {
    /** A conversation with one recorded answer to each request, in their order; the index is always there. */
    private record Conversation(ScriptedBroker server, PactBroker broker) implements AutoCloseable {
        static Conversation of(String... numbers) throws IOException {
            List<RecordedExchange> exchanges = new ArrayList<>();
            for (String number : numbers) {
                exchanges.add(RecordedExchange.of(number));
            }
            RecordedExchange index = RecordedExchange.of("001");
            ScriptedBroker server = new ScriptedBroker(request -> {
                if (request.isIndex()) {
                    return index.reply();
                }
                synchronized (exchanges) {
                    return exchanges.remove(0).reply();
                }
            });
            return new Conversation(
                    server, PactBroker.of(server.options().retries(0).build()));
        }

        /** That what was sent is what was sent to the real broker. */
        void sentAsRecorded(String... numbers) throws Exception {
            List<ScriptedBroker.Request> requests = server.requests();
            assertThat(requests).hasSameSizeAs(numbers);
            for (int i = 0; i < numbers.length; i++) {
                RecordedExchange recorded = RecordedExchange.of(numbers[i]);
                assertThat(requests.get(i).line()).isEqualTo(recorded.line());
                if (!recorded.requestBody().isEmpty()) {
                    assertThat(StrictJson.read(requests.get(i).body()))
                            .as(recorded.name())
                            .isEqualTo(StrictJson.read(recorded.requestBody()));
                }
            }
        }

        URI at(String path) {
            return URI.create(server.url() + path);
        }

        @Override
        public void close() throws IOException {
            broker.close();
            server.close();
        }
    }

    private static final PacticipantVersion C1 =
            new PacticipantVersion("web-ui", "c1", "main", List.of("dev"), URI.create("http://ci/c/c1"));

    @Test
    void every_answer_is_a_document_or_an_error_that_says_why() throws Exception {
        List<RecordedExchange> all = RecordedExchange.all();
        assertThat(all).hasSize(142);
        for (RecordedExchange exchange : all) {
            try (ScriptedBroker server = new ScriptedBroker(request -> exchange.reply());
                    BrokerHttp http = new BrokerHttp(server.options().retries(0).build())) {
                Call call = Call.get("reading " + exchange.name(), URI.create(server.url() + "/any"));
                Answer answer = http.send(call);
                boolean isJsonObject = exchange.body().stripLeading().startsWith("{");
                if (answer.successful() && isJsonObject) {
                    assertThat(answer.document().tree()).as(exchange.name()).isNotEmpty();
                } else {
                    BrokerException failure = catchThrowableOfType(BrokerException.class, answer::document);
                    assertThat(failure).as(exchange.name()).isNotNull();
                    assertThat(failure.getMessage())
                            .as(exchange.name())
                            .startsWith("reading " + exchange.name() + ": GET " + server.url() + "/any")
                            .doesNotContain("{\"");
                }
            }
        }
    }

    @Test
    void publishing() throws Exception {
        Publication publication = new Publication(C1, List.of(new PactText("web-ui", "push-svc", "{}")));
        try (Conversation talk = Conversation.of("003")) {
            PublicationAnswer answer = talk.broker().publish(publication);

            assertThat(answer.notices())
                    .contains(new Notice(
                            "success", "Pact successfully published for web-ui version c1 and provider push-svc."));
            assertThat(answer.pacts()).containsExactly(talk.at("/pacts/provider/push-svc/consumer/web-ui/version/c1"));
            JsonNode sent = StrictJson.read(talk.server().requests().get(0).body());
            ((ObjectNode) sent.path("contracts").get(0)).put("content", "<base64 of the pact JSON>");
            assertThat(sent)
                    .isEqualTo(StrictJson.read(RecordedExchange.of("003").requestBody()));
        }
        try (Conversation talk = Conversation.of("005")) {
            assertThatThrownBy(() -> talk.broker().publish(publication))
                    .isInstanceOfSatisfying(BrokerException.class, failure -> assertThat(failure.kind())
                            .isEqualTo(BrokerException.Kind.CONFLICT))
                    .hasMessageContaining("409: Cannot change the content of the pact for web-ui version c1");
        }
        try (Conversation talk = Conversation.of("009")) {
            assertThatThrownBy(() -> talk.broker().publish(publication))
                    .hasMessageContaining(
                            "pacticipantVersionNumber is missing; is missing. Correct what the broker names");
        }
    }

    @Test
    void pacts_to_verify() throws Exception {
        try (Conversation talk = Conversation.of("043", "059")) {
            List<PactToVerify> pacts = talk.broker()
                    .pactsToVerify(new PactsQuery(
                            "push-svc",
                            "main",
                            List.of(),
                            List.of(ConsumerVersionSelector.mainBranch()),
                            true,
                            LocalDate.of(2020, 1, 1)));

            talk.sentAsRecorded("043");
            assertThat(pacts).extracting(PactToVerify::name).contains("Pact between web-ui (c2) and push-svc");
            assertThat(pacts).extracting(PactToVerify::pending).containsOnly(true);
            assertThat(pacts).extracting(PactToVerify::wip).contains(true, false);
            assertThat(pacts.get(0).reason()).isEqualTo("latest from main branch");
            assertThat(pacts.get(0).notices())
                    .extracting(Notice::type)
                    .contains("before_verification", "after_verification:success_true_published_true");

            PactToVerify webUi = pacts.stream()
                    .filter(pact -> pact.name().equals("Pact between web-ui (c2) and push-svc"))
                    .findFirst()
                    .orElseThrow();
            Contract contract = talk.broker().fetch(webUi);
            assertThat(contract.consumer()).isEqualTo("web-ui");
            assertThat(contract.source()).isEqualTo(webUi.url().toString());
            assertThat(contract.interactions())
                    .extracting(Interaction::description)
                    .containsExactly("order event", "subscribe");
            assertThat(contract.interactions()).extracting(Interaction::pending).containsOnly(true);
        }
    }

    @Test
    void every_selector_is_sent_as_it_was_recorded() throws Exception {
        List<String> recorded = List.of("041", "044", "045", "046", "047", "048", "049", "051", "106", "107");
        for (String number : recorded) {
            JsonNode sent = StrictJson.read(RecordedExchange.of(number).requestBody());
            try (Conversation talk = Conversation.of(number)) {
                String branch = sent.path("providerVersionBranch").textValue();
                List<PactToVerify> pacts = talk.broker()
                        .pactsToVerify(new PactsQuery(
                                "push-svc",
                                branch,
                                List.of(),
                                PactBroker.parseSelectors(
                                        sent.path("consumerVersionSelectors").toString()),
                                sent.path("includePendingStatus").asBoolean(false),
                                null));

                talk.sentAsRecorded(number);
                assertThat(pacts)
                        .as(number)
                        .hasSize(StrictJson.read(RecordedExchange.of(number).body())
                                .path("_embedded")
                                .path("pacts")
                                .size());
            }
        }
    }

    @Test
    void an_unknown_provider_or_environment_is_told_in_the_brokers_words() throws Exception {
        try (Conversation talk = Conversation.of("057")) {
            assertThatThrownBy(() -> talk.broker().pactsToVerify(new PactsQuery("nobody")))
                    .hasMessageContaining("was answered with 404: No provider with name 'nobody' found.");
        }
        try (Conversation talk = Conversation.of("054")) {
            assertThatThrownBy(() -> talk.broker().pactsToVerify(new PactsQuery("push-svc")))
                    .hasMessageContaining(
                            "400: consumerVersionSelectors environment with name 'nowhere' does not exist (at index 0).");
        }
    }

    private static DeploymentAnswer ask(String number, String who, Version version, Target target, Ignored... ignored)
            throws Exception {
        try (Conversation talk = Conversation.of(number)) {
            DeploymentAnswer answer =
                    talk.broker().canIDeploy(new DeploymentQuestion(who, version, target, Arrays.asList(ignored)));
            talk.sentAsRecorded(number);
            return answer;
        }
    }

    @Test
    void the_gate() throws Exception {
        Target production = new Target.Environment("production");
        Version c1 = new Version.Exact("c1");

        assertThat(ask("081", "web-ui", c1, production).decision()).isEqualTo(Decision.UNKNOWN);
        assertThat(ask("082", "push-svc", new Version.Exact("p1"), production).decision())
                .isEqualTo(Decision.YES);
        DeploymentAnswer yes = ask("087", "web-ui", c1, production);
        assertThat(yes.decision()).isEqualTo(Decision.YES);
        assertThat(yes.rows()).extracting(Row::provider).containsExactly(new Party("push-svc", "p1"));
        DeploymentAnswer no = ask("092", "push-svc", new Version.Exact("p2"), production);
        assertThat(no.decision()).isEqualTo(Decision.NO);
        assertThat(no.reason())
                .isEqualTo("The verification for the pact between the version of web-ui currently in production (c1)"
                        + " and version p2 of push-svc failed");
        assertThat(ask("093", "push-svc", new Version.Exact("p1"), production).decision())
                .isEqualTo(Decision.YES);
        assertThat(ask("094", "web-ui", new Version.Exact("c3"), production).decision())
                .isEqualTo(Decision.UNKNOWN);
        assertThat(ask("095", "web-ui", new Version.Exact("c3"), production, new Ignored("push-svc", null))
                        .decision())
                .isEqualTo(Decision.YES);
        assertThat(ask("096", "web-ui", new Version.Exact("zzz"), production).decision())
                .isEqualTo(Decision.NO);
        assertThat(ask("100", "web-ui", c1, new Target.Tag("dev")).decision()).isEqualTo(Decision.YES);
        assertThat(ask("101", "web-ui", new Version.Latest("main", null), production)
                        .decision())
                .isEqualTo(Decision.YES);
        assertThat(ask("102", "web-ui", c1, new Target.MainBranch()).decision()).isEqualTo(Decision.YES);
        // two live versions of the provider, of which the older one fails
        assertThat(ask("116", "web-ui", c1, new Target.Environment("test")).decision())
                .isEqualTo(Decision.NO);
        assertThatThrownBy(() -> ask("097", "nobody", new Version.Exact("1"), production))
                .hasMessageContaining("400: pacticipant does not match an existing pacticipant.");
        assertThatThrownBy(() -> ask("098", "web-ui", c1, new Target.Environment("nowhere")))
                .isInstanceOf(BrokerException.class);
    }

    @Test
    void environments() throws Exception {
        try (Conversation talk = Conversation.of("038", "034", "036")) {
            assertThat(talk.broker().environments())
                    .containsExactly(
                            new Environment("production", "Production", true), new Environment("test", "Test", false));
            talk.broker().createEnvironment(new Environment("production", "Production", true));
            assertThatThrownBy(() -> talk.broker().createEnvironment(new Environment("production", "", true)))
                    .hasMessageContaining("400: name name 'production' is already used by an existing environment.");
        }
    }

    @Test
    void deployments_and_releases() throws Exception {
        PacticipantVersion p1 = new PacticipantVersion("push-svc", "p1");
        try (Conversation talk = Conversation.of("083", "084", "110", "111")) {
            assertThat(talk.broker().recordDeployment(p1, "production", null).version())
                    .isEqualTo("p1");
            assertThat(talk.broker().recordRelease(p1, "test").pacticipant()).isEqualTo("push-svc");
            talk.sentAsRecorded("083", "084", "110", "111");
        }
        try (Conversation talk = Conversation.of("083")) {
            assertThatThrownBy(() -> talk.broker().recordDeployment(p1, "nowhere", null))
                    .hasMessage("The broker knows no environment nowhere; it knows production, test."
                            + " Correct the name, or create it with wspact:create-environment.");
        }
        try (Conversation talk = Conversation.of("026")) {
            assertThatThrownBy(() -> talk.broker()
                            .recordDeployment(new PacticipantVersion("push-svc", "zzz"), "production", null))
                    .hasMessageContaining("the broker knows no version zzz of push-svc.");
        }
    }

    @Test
    void undeployment_and_end_of_support() throws Exception {
        try (Conversation talk = Conversation.of("038", "039", "109", "119")) {
            List<RecordedVersion> ended = talk.broker().recordUndeployment("web-ui", "test", "eu-1");

            assertThat(ended).extracting(RecordedVersion::version).containsExactly("c1");
            assertThat(talk.server().requests().get(3).line())
                    .isEqualTo(RecordedExchange.of("119").line());
            assertThat(talk.server().requests().get(3).headers())
                    .containsEntry("content-type", "application/merge-patch+json");
        }
        try (Conversation talk = Conversation.of("038", "039", "108")) {
            assertThatThrownBy(() -> talk.broker().recordUndeployment("web-ui", "test", null))
                    .hasMessageContaining("No version of web-ui is recorded as deployed to test without an application"
                            + " instance.");
        }
        try (Conversation talk = Conversation.of("038", "039", "117", "118")) {
            assertThat(talk.broker().recordSupportEnded(new PacticipantVersion("push-svc", "p1"), "test"))
                    .extracting(RecordedVersion::version)
                    .containsExactly("p1");
        }
    }

    @Test
    void versions_branches_and_tags() throws Exception {
        try (Conversation talk = Conversation.of("024", "019", "022", "020", "026")) {
            talk.broker()
                    .recordVersion(new PacticipantVersion(
                            "push-svc", "p1", "main", List.of("dev"), URI.create("http://ci/p/1")));
            talk.broker().recordVersion(new PacticipantVersion("push-svc", "p0", "feat/x", List.of(), null));
            assertThatThrownBy(() -> talk.broker().tag(new PacticipantVersion("push-svc", "zzz"), "dev", false))
                    .hasMessageContaining("the broker knows no version zzz of push-svc.");

            assertThat(talk.server().lines())
                    .containsExactly(
                            RecordedExchange.of("024").line(),
                            RecordedExchange.of("019").line(),
                            RecordedExchange.of("022").line(),
                            RecordedExchange.of("020").line(),
                            RecordedExchange.of("026").line());
        }
    }
}
