package dev.wspact.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junitsupport.IgnoreMissingStateChange;
import au.com.dius.pact.provider.junitsupport.IgnoreNoPactsToVerify;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFilter;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

class WebSocketPactProviderTest {
    private static final String PUSH = "notification-ui - a notification";
    private static final String EXCHANGE = "notification-ui - a question of who one is";
    private static final String HANDSHAKE = "notification-ui - an anonymous client is refused";
    private static final String CLOSE = "notification-ui - an expired session is closed";

    @Test
    void an_honest_provider_passes_every_kind_of_interaction() {
        Outcome outcome = Outcome.of(Honest.class);

        assertThat(outcome.tests())
                .containsOnly(
                        entry(PUSH, "SUCCESSFUL"),
                        entry(EXCHANGE, "SUCCESSFUL"),
                        entry(HANDSHAKE, "SUCCESSFUL"),
                        entry(CLOSE, "SUCCESSFUL"));
    }

    @Test
    void state_methods_run_when_the_verification_says_so_and_triggers_after_opening() {
        Outcome.of(Honest.class);

        assertThat(PactProviderFixture.CALLS)
                .startsWith(
                        "verify a notification",
                        "a user {id=42, tags=[a, 7]}",
                        "publish {topic=news} to 1",
                        "no user",
                        "verified",
                        "after each",
                        "verify a question of who one is",
                        "a user {id=42, tags=[a, 7]}",
                        "no user",
                        "verified",
                        "after each");
    }

    @Test
    void values_that_state_methods_return_feed_generators() {
        Outcome outcome = Outcome.of(Honest.class);

        assertThat(outcome.tests()).containsEntry(EXCHANGE, "SUCCESSFUL");
        assertThat(Honest.receivedByServer).contains("{\"type\":\"whoami\",\"session\":42}");
    }

    @Test
    void a_broken_message_fails_with_the_whole_text_below_pacts_headline() {
        Outcome outcome = Outcome.of(WrongTitle.class);

        assertThat(outcome.tests()).containsEntry(PUSH, "FAILED").containsEntry(EXCHANGE, "SUCCESSFUL");
        assertThat(outcome.failure(PUSH)).isInstanceOf(AssertionError.class);
        assertThat(Outcome.steady(outcome.failure(PUSH).getMessage()))
                .isEqualTo(
                        """
                notification-ui - Generates message 'a notification' \s

                notification-service breaks its contract with notification-ui

                interaction    : "a notification"   (provider states: "a user", "a notification is published")
                contract       : …/notification-ui-notification-service.json:52 #/interactions/0/contents
                message        : 2nd received, N ms after open
                at             : $.title
                expected       : a string like "Release 1 is out"   (rule: type)
                but was        : 7 (an integer)
                session so far : → {"type":"subscribe","topic":"news"}   ← {"type":"ack"}   \
                ← {"type":"notification","topic":"news","title":7}
                what to do     : fix notification-service, or ask notification-ui to loosen the rule at $.title
                """);
    }

    @Test
    void every_response_is_judged_not_only_the_first() {
        Outcome outcome = Outcome.of(WrongSecondReply.class);

        assertThat(outcome.tests()).containsEntry(EXCHANGE, "FAILED").containsEntry(PUSH, "SUCCESSFUL");
        assertThat(outcome.failure(EXCHANGE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("at             : $.admin")
                .hasMessageContaining("but was        : \"no\" (a string)");
    }

    @Test
    void what_is_not_sent_fails_and_says_for_how_long_it_was_awaited() {
        Outcome outcome = Outcome.of(Silent.class);

        assertThat(outcome.tests()).containsEntry(PUSH, "FAILED");
        assertThat(outcome.failure(PUSH))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(
                        "notification-service did not show in time what its contract with notification-ui asks for")
                .hasMessageContaining("not seen within 3 s")
                .hasMessageContaining("what to do     : ");
    }

    @Test
    void a_handshake_that_should_be_refused_and_a_close_that_does_not_come_fail() {
        Outcome outcome = Outcome.of(Lax.class);

        assertThat(outcome.tests())
                .containsOnly(
                        entry(PUSH, "SUCCESSFUL"),
                        entry(EXCHANGE, "SUCCESSFUL"),
                        entry(HANDSHAKE, "FAILED"),
                        entry(CLOSE, "FAILED"));
        assertThat(outcome.failure(HANDSHAKE)).hasMessageContaining("expected       : 401");
        assertThat(outcome.failure(CLOSE)).hasMessageContaining("4001");
    }

    @Test
    void a_server_that_is_not_there_is_an_error_and_no_broken_contract() {
        Outcome outcome = Outcome.of(Down.class);

        assertThat(outcome.tests()).hasSize(4).allSatisfy((name, status) -> assertThat(status)
                .isEqualTo("FAILED"));
        assertThat(outcome.failure(PUSH))
                .isInstanceOf(NotJudgedException.class)
                .hasMessageContaining(
                        "Whether notification-service honors its contract with notification-ui could not be judged")
                .hasMessageContaining("what to do     : ");
    }

    @Test
    void a_state_without_a_method_is_an_error_unless_that_is_asked_for() {
        Outcome outcome = Outcome.of(NoStates.class);
        Outcome ignoring = Outcome.of(NoStatesNeeded.class);

        assertThat(outcome.tests()).containsEntry(EXCHANGE, "FAILED").containsEntry(HANDSHAKE, "SUCCESSFUL");
        assertThat(outcome.failure(EXCHANGE))
                .isInstanceOf(NotJudgedException.class)
                .extracting(failure -> Outcome.oneLine(failure.getMessage()))
                .asString()
                .contains("no method is annotated with @State(\"a user\")");
        assertThat(ignoring.tests()).containsEntry(CLOSE, "FAILED").containsEntry(HANDSHAKE, "SUCCESSFUL");
        assertThat(ignoring.failure(CLOSE)).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_state_method_that_fails_is_an_error_that_names_the_state() {
        Outcome outcome = Outcome.of(FailingState.class);

        assertThat(outcome.failure(PUSH))
                .isInstanceOf(NotJudgedException.class)
                .extracting(failure -> Outcome.oneLine(failure.getMessage()))
                .asString()
                .contains(
                        "could not set up the provider state \"a user\": java.lang.IllegalStateException: no database");
    }

    @Test
    void http_and_websocket_interactions_of_one_pact_are_verified_in_one_class_whichever_target_comes_first() {
        for (Class<?> fixture : List.of(HttpFirst.class, WebSocketFirst.class)) {
            assertThat(Outcome.of(fixture).tests())
                    .containsOnly(entry(PUSH, "SUCCESSFUL"), entry("notification-ui - a health check", "SUCCESSFUL"));
        }
    }

    @Test
    void an_opening_handshake_that_is_written_as_an_http_interaction_is_judged_as_one() {
        assertThat(Outcome.of(Upgrade.class).tests()).containsOnly(entry(HANDSHAKE, "SUCCESSFUL"));
        assertThat(Outcome.of(UpgradeForEverybody.class).failure(HANDSHAKE))
                .hasMessageContaining("at             : $.status");
    }

    @Test
    void an_http_interaction_without_an_http_target_is_not_passed_over() {
        Outcome outcome = Outcome.of(NoHttpTarget.class);

        assertThat(outcome.tests())
                .containsOnly(entry(PUSH, "SUCCESSFUL"), entry("notification-ui - a health check", "FAILED"));
        assertThat(outcome.failure("notification-ui - a health check"))
                .hasMessageContaining("No test target has been configured");
    }

    @Test
    void a_file_that_pact_reads_but_we_do_not_is_an_error_with_the_place() {
        Outcome outcome = Outcome.of(BrokenFile.class);

        assertThat(outcome.failure(PUSH))
                .isInstanceOf(NotJudgedException.class)
                .hasMessageContaining("broken-file")
                .hasMessageContaining("triger");
    }

    @Test
    void a_filtered_pact_is_verified_for_what_is_left() {
        assertThat(Outcome.of(Filtered.class).tests()).containsOnly(entry(CLOSE, "SUCCESSFUL"));
    }

    @Test
    void no_pact_at_all_is_pacts_own_failure_or_passed_over_if_asked() {
        assertThat(Outcome.of(NoPacts.class).containerFailure()).hasMessageContaining("No Pact files were found");
        assertThat(Outcome.of(NoPactsNeeded.class).tests())
                .containsOnly(entry("No pacts found to verify", "SUCCESSFUL"));
    }

    @Test
    void a_url_may_be_known_late_and_may_be_missing() {
        assertThat(Outcome.of(LateUrl.class).tests()).hasSize(4).allSatisfy((name, status) -> assertThat(status)
                .isEqualTo("SUCCESSFUL"));
        assertThat(Outcome.of(NoSpring.class).failure(PUSH)).hasMessageContaining("this is no test with Spring");
    }

    @PactFolder("pacts/notifications")
    static class Honest extends PactProviderFixture {
        static List<String> receivedByServer = List.of();

        @Override
        @AfterAll
        void stop() {
            receivedByServer = List.copyOf(server.received());
            super.stop();
        }
    }

    @PactFolder("pacts/notifications")
    static class WrongTitle extends PactProviderFixture {
        @Override
        Set<NotificationServer.Fault> faults() {
            return Set.of(NotificationServer.Fault.NUMBER_AS_TITLE);
        }
    }

    @PactFolder("pacts/notifications")
    static class WrongSecondReply extends PactProviderFixture {
        @Override
        Set<NotificationServer.Fault> faults() {
            return Set.of(NotificationServer.Fault.WRONG_SECOND_REPLY);
        }
    }

    @PactFolder("pacts/notifications")
    static class Silent extends PactProviderFixture {
        @Override
        Set<NotificationServer.Fault> faults() {
            return Set.of(NotificationServer.Fault.SILENT);
        }

        @Override
        String awaitedInVain() {
            return "a notification";
        }
    }

    @PactFolder("pacts/notifications")
    static class Lax extends PactProviderFixture {
        @Override
        Set<NotificationServer.Fault> faults() {
            return Set.of(NotificationServer.Fault.ADMITS_EVERYBODY, NotificationServer.Fault.NEVER_CLOSES);
        }

        @Override
        String awaitedInVain() {
            return "an expired session is closed";
        }
    }

    @PactFolder("pacts/notifications")
    static class Down extends PactProviderFixture {
        @Override
        @BeforeAll
        void start() {
            super.start();
            server.close();
        }
    }

    @PactFolder("pacts/notifications")
    @Provider("notification-service")
    static class NoStates {
        private final NotificationServer server = new NotificationServer(Set.of());

        @BeforeEach
        void setTarget(PactVerificationContext context) {
            context.setTarget(new WebSocketTestTarget(server.url()).withTimeout(Duration.ofSeconds(1)));
        }

        @AfterEach
        void stop() {
            server.close();
        }

        @TestTemplate
        @ExtendWith(WebSocketPactProvider.class)
        void verify(PactVerificationContext context) {
            context.verifyInteraction();
        }
    }

    @IgnoreMissingStateChange
    static class NoStatesNeeded extends NoStates {}

    @PactFolder("pacts/notifications")
    static class FailingState extends PactProviderFixture {
        @Override
        @State("a user")
        Map<String, Object> user(Map<String, Object> params) {
            throw new IllegalStateException("no database");
        }
    }

    @PactFolder("pacts/mixed")
    static class HttpFirst extends PactProviderFixture {
        @Override
        @BeforeEach
        void setTarget(PactVerificationContext context) {
            context.setTarget(new HttpTestTarget("127.0.0.1", server.port()));
            context.addAdditionalTarget(target());
        }
    }

    @PactFolder("pacts/mixed")
    static class WebSocketFirst extends PactProviderFixture {
        @Override
        @BeforeEach
        void setTarget(PactVerificationContext context) {
            context.setTarget(target());
            context.addAdditionalTarget(new HttpTestTarget("127.0.0.1", server.port()));
        }
    }

    @PactFolder("pacts/upgrade")
    static class Upgrade extends PactProviderFixture {
        @Override
        WebSocketTestTarget target() {
            return new WebSocketTestTarget(server.url());
        }
    }

    static class UpgradeForEverybody extends Upgrade {
        @Override
        Set<NotificationServer.Fault> faults() {
            return Set.of(NotificationServer.Fault.ADMITS_EVERYBODY);
        }
    }

    @PactFolder("pacts/mixed")
    static class NoHttpTarget extends PactProviderFixture {}

    @PactFolder("pacts/broken-file")
    static class BrokenFile extends PactProviderFixture {}

    @PactFolder("pacts/notifications")
    @PactFilter("the token expires at once")
    static class Filtered extends PactProviderFixture {}

    @PactFolder("pacts/none-here")
    static class NoPacts extends PactProviderFixture {}

    @PactFolder("pacts/none-here")
    @IgnoreNoPactsToVerify
    @Provider("notification-service")
    static class NoPactsNeeded {
        @TestTemplate
        @ExtendWith(WebSocketPactProvider.class)
        void verify(PactVerificationContext context) {
            assertThat(context).isNull();
        }
    }

    @PactFolder("pacts/notifications")
    static class LateUrl extends PactProviderFixture {
        @Override
        WebSocketTestTarget target() {
            NotificationServer[] started = {null};
            WebSocketTestTarget target = new WebSocketTestTarget(
                            () -> URI.create(started[0].url().toString()))
                    .withHeaders(Map.of("Authorization", List.of("Bearer fixture")));
            started[0] = server;
            return target;
        }
    }

    @PactFolder("pacts/notifications")
    static class NoSpring extends PactProviderFixture {
        @Override
        WebSocketTestTarget target() {
            return WebSocketTestTarget.springBoot("/notifications");
        }
    }
}
