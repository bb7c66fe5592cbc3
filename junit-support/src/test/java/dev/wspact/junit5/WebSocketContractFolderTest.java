package dev.wspact.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import au.com.dius.pact.provider.junitsupport.Consumer;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.StateChangeAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestTemplate;
import org.opentest4j.TestAbortedException;

class WebSocketContractFolderTest {
    private static final String PUSH = "digest-mailer - a notification, given a user and a notification is published";
    private static final String HANDSHAKE = "digest-mailer - an anonymous client";
    private static final String CLOSE =
            "notification-ui - an expired session is closed, given the token expires at once [PENDING]";

    @Test
    void schema_contracts_and_pacts_of_a_directory_run_as_one_test_for_each_interaction() {
        Outcome outcome = Outcome.of(Honest.class);

        assertThat(outcome.tests())
                .containsOnly(entry(PUSH, "SUCCESSFUL"), entry(HANDSHAKE, "SUCCESSFUL"), entry(CLOSE, "SUCCESSFUL"));
        assertThat(Fixture.CALLS)
                .containsSubsequence("a user {}", "publish to 1", "no user")
                .containsOnlyOnce("publish to 1");
    }

    @Test
    void a_broken_schema_fails_with_the_whole_text() {
        Outcome outcome = Outcome.of(WrongTitle.class);

        assertThat(outcome.tests()).containsEntry(PUSH, "FAILED").containsEntry(HANDSHAKE, "SUCCESSFUL");
        assertThat(outcome.failure(PUSH))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("notification-service breaks its contract with digest-mailer")
                .hasMessageContaining("at             : $.title")
                .hasMessageContaining("rule: schema type");
    }

    @Test
    void a_break_of_a_pending_interaction_aborts_its_test_and_says_why() {
        Outcome outcome = Outcome.of(NeverCloses.class);

        assertThat(outcome.tests()).containsEntry(CLOSE, "ABORTED").containsEntry(PUSH, "SUCCESSFUL");
        assertThat(outcome.failure(CLOSE))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("pending, does not fail the build")
                .hasMessageContaining("4001");
    }

    @Test
    void a_server_that_is_not_there_is_an_error() {
        Outcome outcome = Outcome.of(Down.class);

        assertThat(outcome.failure(HANDSHAKE))
                .isInstanceOf(NotJudgedException.class)
                .hasMessageContaining("could not be judged");
    }

    @Test
    void a_test_without_a_target_says_how_to_set_one() {
        assertThat(Outcome.of(NoTarget.class).failure(HANDSHAKE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("context.setTarget(");
    }

    @Test
    void only_the_contracts_of_the_named_consumer_are_verified() {
        assertThat(Outcome.of(OneConsumer.class).tests().keySet()).containsExactly(CLOSE);
        assertThat(Outcome.of(NoSuchConsumer.class).containerFailure())
                .hasMessageContaining("is between consumer \"nobody\" and provider \"notification-service\"");
    }

    @Test
    void a_directory_that_is_not_there_fails_and_is_named() {
        assertThat(Outcome.of(NoDirectory.class).containerFailure())
                .hasMessageContaining("no/such/directory")
                .hasMessageContaining("there is no such file or directory");
    }

    @Test
    void a_test_without_a_provider_says_that_it_has_none() {
        assertThat(Outcome.of(NoProvider.class).containerFailure())
                .hasMessageContaining("Write @Provider(\"its-name\")");
    }

    @Test
    void a_nested_test_uses_annotations_and_state_methods_of_the_class_around_it() {
        assertThat(Outcome.of(Outer.class).tests())
                .containsOnly(entry(PUSH, "SUCCESSFUL"), entry(HANDSHAKE, "SUCCESSFUL"), entry(CLOSE, "SUCCESSFUL"));
    }

    @Test
    void handlers_beside_the_test_have_state_methods_too() {
        assertThat(Outcome.of(SeparateStates.class).tests())
                .containsOnly(entry(PUSH, "SUCCESSFUL"), entry(HANDSHAKE, "SUCCESSFUL"), entry(CLOSE, "SUCCESSFUL"));
    }

    @Provider("notification-service")
    @WebSocketContractFolder("provider-contracts")
    abstract static class Fixture {
        static final List<String> CALLS = Collections.synchronizedList(new ArrayList<>());

        final NotificationServer server = new NotificationServer(faults());

        Set<NotificationServer.Fault> faults() {
            return Set.of();
        }

        @BeforeEach
        void setTarget(WebSocketVerificationContext context) {
            boolean inVain = faults().contains(NotificationServer.Fault.NEVER_CLOSES)
                    && context.interaction().description().contains("closed");
            context.setTarget(new WebSocketTestTarget(server.url())
                    .withTimeout(Duration.ofSeconds(inVain ? 3 : 60))
                    .withHeaders(Map.of("Authorization", List.of("Bearer fixture"))));
        }

        @AfterEach
        void stop() {
            server.close();
        }

        @TestTemplate
        void verify(WebSocketVerificationContext context) {
            context.verifyInteraction();
        }

        @State("a user")
        void user(Map<String, Object> params) {
            CALLS.add("a user " + params);
        }

        @State(value = "a user", action = StateChangeAction.TEARDOWN)
        void noUser() {
            CALLS.add("no user");
        }

        @State("a notification is published")
        void publish() {
            CALLS.add("publish to " + server.subscribers());
            server.publish("news");
        }

        @State("the token expires at once")
        void expire() {
            server.tokensExpire(true);
        }
    }

    static class Honest extends Fixture {
        @BeforeAll
        static void forget() {
            CALLS.clear();
        }
    }

    static class WrongTitle extends Fixture {
        @Override
        Set<NotificationServer.Fault> faults() {
            return Set.of(NotificationServer.Fault.NUMBER_AS_TITLE);
        }
    }

    static class NeverCloses extends Fixture {
        @Override
        Set<NotificationServer.Fault> faults() {
            return Set.of(NotificationServer.Fault.NEVER_CLOSES);
        }
    }

    static class Down extends Fixture {
        Down() {
            server.close();
        }
    }

    static class NoTarget extends Fixture {
        @Override
        void setTarget(WebSocketVerificationContext context) {
            assertThat(context.contract().interactions()).hasSize(1);
        }
    }

    @Consumer("notification-ui")
    static class OneConsumer extends Fixture {}

    @Consumer("nobody")
    static class NoSuchConsumer extends Fixture {}

    @WebSocketContractFolder("no/such/directory")
    static class NoDirectory extends Fixture {}

    @WebSocketContractFolder("provider-contracts")
    static class NoProvider {
        @TestTemplate
        void verify(WebSocketVerificationContext context) {
            context.verifyInteraction();
        }
    }

    @Provider("notification-service")
    @WebSocketContractFolder("provider-contracts")
    static class Outer {
        private final NotificationServer server = new NotificationServer(Set.of());

        @AfterEach
        void stop() {
            server.close();
        }

        @State("a user")
        void user() {}

        @State("the token expires at once")
        void expire() {
            server.tokensExpire(true);
        }

        @State("a notification is published")
        void publish() {
            server.publish("news");
        }

        @Nested
        class Inner {
            @TestTemplate
            void verify(WebSocketVerificationContext context) {
                context.setTarget(new WebSocketTestTarget(server.url())
                        .withHeaders(Map.of("Authorization", List.of("Bearer fixture"))));
                context.verifyInteraction();
            }
        }
    }

    @Provider("notification-service")
    @WebSocketContractFolder("provider-contracts")
    static class SeparateStates {
        private final NotificationServer server = new NotificationServer(Set.of());

        @AfterEach
        void stop() {
            server.close();
        }

        @TestTemplate
        void verify(WebSocketVerificationContext context) {
            context.addStateChangeHandlers(new States(server));
            context.setTarget(new WebSocketTestTarget(server.url())
                    .withHeaders(Map.of("Authorization", List.of("Bearer fixture"))));
            context.verifyInteraction();
        }

        record States(NotificationServer server) {
            @State("a user")
            void user() {}

            @State("a notification is published")
            void publish() {
                server.publish("news");
            }

            @State("the token expires at once")
            void expire() {
                server.tokensExpire(true);
            }
        }
    }
}
