package dev.wspact.internal.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.PactBroker;
import dev.wspact.broker.BrokerException;
import dev.wspact.broker.DeploymentAnswer;
import dev.wspact.broker.DeploymentAnswer.Decision;
import dev.wspact.broker.DeploymentAnswer.Party;
import dev.wspact.broker.DeploymentAnswer.Row;
import dev.wspact.broker.DeploymentQuestion;
import dev.wspact.broker.DeploymentQuestion.Ignored;
import dev.wspact.broker.DeploymentQuestion.Target;
import dev.wspact.broker.DeploymentQuestion.Version;
import dev.wspact.broker.Patience;
import dev.wspact.internal.broker.ScriptedBroker.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    private static final Version C1 = new Version.Exact("c1");
    private static final Target PRODUCTION = new Target.Environment("production");

    /** An answer in the form of the real broker's. */
    static String answer(String deployable, int success, int failed, int unknown, String rows) {
        return """
                {"summary": {"deployable": %s, "reason": "the reason", "success": %d, "failed": %d, "unknown": %d},
                 "notices": [{"type": "success", "text": "the reason"}], "matrix": [%s]}"""
                .formatted(deployable, success, failed, unknown, rows);
    }

    /** A row; success is true, false or null. */
    static String row(String success) {
        return """
                {"consumer": {"name": "web-ui", "version": {"number": "c1"}},
                 "provider": {"name": "push-svc", "version": %s},
                 "verificationResult": %s}"""
                .formatted(
                        success.equals("null") ? "null" : "{\"number\": \"p1\"}",
                        success.equals("null")
                                ? "null"
                                : "{\"success\": %s, \"_links\": {\"self\": {\"href\": \"http://b/results/1\"}}}"
                                        .formatted(success));
    }

    private static DeploymentQuestion question(Version version, Target target, Ignored... ignored) {
        return new DeploymentQuestion("web-ui", version, target, List.of(ignored));
    }

    private static DeploymentAnswer ask(String answer) throws IOException {
        try (ScriptedBroker server = new ScriptedBroker(request -> request.isIndex() ? null : Reply.json(200, answer));
                PactBroker broker = PactBroker.of(server.options().build())) {
            return broker.canIDeploy(question(C1, PRODUCTION));
        }
    }

    @Test
    void a_reason_for_each_pact_is_a_line_of_its_own() throws IOException {
        String two = answer("false", 0, 2, 0, row("false") + "," + row("false"))
                .replace("\"reason\": \"the reason\"", "\"reason\": \"the first\\nthe \\u001b[31msecond\"");

        assertThat(ask(two).reason())
                .startsWith("the first\nthe ")
                .endsWith("second")
                .doesNotContain("\u001b");
    }

    @Test
    void a_yes_comes_with_its_reason_and_rows() throws IOException {
        DeploymentAnswer answer = ask(answer("true", 1, 0, 0, row("true")));

        assertThat(answer.decision()).isEqualTo(Decision.YES);
        assertThat(answer.deployable()).isTrue();
        assertThat(answer.reason()).isEqualTo("the reason");
        assertThat(answer.rows())
                .containsExactly(new Row(
                        new Party("web-ui", "c1"),
                        new Party("push-svc", "p1"),
                        true,
                        URI.create("http://b/results/1"),
                        false));
    }

    @Test
    void a_yes_without_rows_is_a_yes_since_a_first_provider_depends_on_nobody() throws IOException {
        assertThat(ask(answer("true", 0, 0, 0, "")).decision()).isEqualTo(Decision.YES);
    }

    @Test
    void false_is_no_and_null_is_unknown() throws IOException {
        assertThat(ask(answer("false", 0, 1, 0, row("false"))).decision()).isEqualTo(Decision.NO);
        assertThat(ask(answer("null", 0, 0, 1, row("null"))).decision()).isEqualTo(Decision.UNKNOWN);
        assertThat(ask(answer("null", 0, 0, 1, row("null"))).rows().get(0).success())
                .isNull();
    }

    @Test
    void a_row_that_is_ignored_does_not_stand_against_a_yes() throws IOException {
        String ignored = row("false").replace("{\"consumer\"", "{\"ignored\": true, \"consumer\"");

        assertThat(ask(answer("true", 0, 0, 0, ignored)).decision()).isEqualTo(Decision.YES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "true",
                "{\"summary\": {}}",
                "{\"summary\": {\"deployable\": true}}",
                "{\"summary\": {\"deployable\": true}, \"matrix\": []}",
                "{\"summary\": {\"deployable\": true, \"reason\": \"r\"}, \"matrix\": []}",
                "{\"summary\": {\"deployable\": \"true\", \"reason\": \"r\", \"failed\": 0, \"unknown\": 0}, \"matrix\": []}",
                "{\"summary\": {\"deployable\": 1, \"reason\": \"r\", \"failed\": 0, \"unknown\": 0}, \"matrix\": []}",
                "{\"summary\": {\"reason\": \"r\", \"success\": 1, \"failed\": 0, \"unknown\": 0}, \"matrix\": []}",
                "{\"summary\": {\"deployable\": true, \"deployable\": true, \"reason\": \"r\", \"failed\": 0, \"unknown\": 0}, \"matrix\": []}",
                "{\"summary\": {\"deployable\": true, \"reason\": \"r\", \"failed\": 0, \"unknown\": 0}, \"matrix\": {}}",
                "{\"summary\": {\"deployable\": true, \"reason\": \"r\", \"failed\": 0, \"unknown\": 0}, \"matrix\": [7]}",
                "{\"summary\": {\"deployable\": true, \"reason\": \"r\", \"failed\": 0, \"unknown\": 0}, \"matrix\": []} {}",
            })
    void what_is_no_answer_is_an_error_and_never_a_yes(String document) {
        assertThatThrownBy(() -> ask(document))
                .isInstanceOfSatisfying(BrokerException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(BrokerException.Kind.NOT_UNDERSTOOD));
    }

    @Test
    void a_yes_that_its_numbers_or_rows_contradict_is_an_error() {
        for (String contradiction : List.of(
                answer("true", 1, 1, 0, row("true")),
                answer("true", 1, 0, 1, row("true")),
                answer("true", 1, 0, 0, row("false")),
                answer("true", 1, 0, 0, row("true") + "," + row("null")))) {
            assertThatThrownBy(() -> ask(contradiction))
                    .hasMessageContaining(
                            "it says yes, but counts results that failed or are missing, so it is not taken for a yes");
        }
    }

    @Test
    void what_is_unknown_is_asked_again_while_patience_lasts() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        String unknown = answer("null", 0, 0, 1, row("null"));
        String no = answer("false", 0, 1, 0, row("false"));
        try (ScriptedBroker server = new ScriptedBroker(request ->
                        request.isIndex() ? null : Reply.json(200, asked.incrementAndGet() == 3 ? no : unknown));
                PactBroker broker = PactBroker.of(server.options().build())) {
            DeploymentQuestion question = question(C1, PRODUCTION);

            assertThat(broker.canIDeploy(question, new Patience(1, Duration.ofMillis(1)))
                            .decision())
                    .isEqualTo(Decision.UNKNOWN);
            assertThat(server.requests()).hasSize(2);
            assertThat(broker.canIDeploy(question, new Patience(5, Duration.ofMillis(1)))
                            .decision())
                    .isEqualTo(Decision.NO);
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void each_question_is_asked_as_the_broker_takes_it() throws IOException {
        String yes = answer("true", 0, 0, 0, "");
        try (ScriptedBroker server = new ScriptedBroker(request -> request.isIndex() ? null : Reply.json(200, yes));
                PactBroker broker = PactBroker.of(server.options().build())) {
            Ignored push = new Ignored("push svc", null);
            broker.canIDeploy(question(new Version.Exact("1.0+a/b"), PRODUCTION));
            broker.canIDeploy(question(C1, PRODUCTION, push, new Ignored("b", null)));
            broker.canIDeploy(question(C1, PRODUCTION, push, new Ignored("b", "2")));
            broker.canIDeploy(question(C1, new Target.Tag("dev")));
            broker.canIDeploy(question(C1, new Target.MainBranch()));
            broker.canIDeploy(question(new Version.Latest("feat/x", null), PRODUCTION));
            broker.canIDeploy(question(new Version.Latest(null, "dev"), new Target.Tag("prod")));

            assertThat(server.lines())
                    .containsExactly(
                            "GET /can-i-deploy?pacticipant=web-ui&version=1.0%2Ba%2Fb&environment=production",
                            "GET /can-i-deploy?pacticipant=web-ui&version=c1&environment=production&ignore[]=push%20svc&ignore[]=b",
                            "GET /matrix?q[][pacticipant]=web-ui&q[][version]=c1&latestby=cvpv&environment=production"
                                    + "&ignore[][pacticipant]=push%20svc&ignore[][pacticipant]=b&ignore[][version]=2",
                            "GET /can-i-deploy?pacticipant=web-ui&version=c1&to=dev",
                            "GET /matrix?q[][pacticipant]=web-ui&q[][version]=c1&latestby=cvp&latest=true&mainBranch=true",
                            "GET /matrix?q[][pacticipant]=web-ui&q[][latest]=true&q[][branch]=feat%2Fx&latestby=cvpv&environment=production",
                            "GET /matrix?q[][pacticipant]=web-ui&q[][latest]=true&q[][tag]=dev&latestby=cvp&latest=true&tag=prod");
        }
    }
}
