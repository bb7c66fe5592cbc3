package dev.wspact.junit5.consumer;

import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.wspact.MockProvider;
import dev.wspact.junit5.WebSocketConsumerTest;
import dev.wspact.junit5.WebSocketConsumerTestExt;
import dev.wspact.junit5.WebSocketContract;
import dev.wspact.junit5.dsl.WebSocketPactBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Test classes of consumers that use the extension wrongly, so that no test is reached. Run by {@link Run} only. */
final class Misuses {
    private Misuses() {}

    /** A class whose test is never reached. */
    abstract static class Misused {
        @Test
        @SuppressWarnings("unused") // what it is there for is that JUnit asks for it
        void never_runs(MockProvider mock) {
            throw new IllegalStateException("the test has run");
        }
    }

    @WebSocketConsumerTest
    static class NoProvider extends Misused {
        @Pact(consumer = "notification-ui")
        V4Pact notification(WebSocketPactBuilder pact) {
            return Cases.aNotification(pact, 1);
        }
    }

    @ExtendWith(WebSocketConsumerTestExt.class)
    @PactTestFor(providerName = "inbox", providerType = ProviderType.ASYNCH)
    static class AmbiguousPact extends Misused {
        @Pact(consumer = "notification-ui")
        V4Pact notification(WebSocketPactBuilder pact) {
            return Cases.aNotification(pact, 1);
        }

        @Pact(consumer = "notification-ui")
        V4Pact pong(WebSocketPactBuilder pact) {
            return Cases.aPong(pact);
        }
    }

    @ExtendWith(WebSocketConsumerTestExt.class)
    @PactTestFor(providerName = "inbox", providerType = ProviderType.ASYNCH, pactMethod = "notificaton")
    static class MisspeltPact extends Misused {
        @Pact(consumer = "notification-ui")
        V4Pact notification(WebSocketPactBuilder pact) {
            return Cases.aNotification(pact, 1);
        }
    }

    @ExtendWith(WebSocketConsumerTestExt.class)
    @PactTestFor(providerName = "inbox", providerType = ProviderType.ASYNCH)
    static class WrongParameter extends Misused {
        @Pact(consumer = "notification-ui")
        V4Pact notification(String pact) {
            throw new IllegalStateException(pact);
        }
    }

    @ExtendWith(WebSocketConsumerTestExt.class)
    @PactTestFor(providerName = "inbox", providerType = ProviderType.ASYNCH)
    static class NullPact extends Misused {
        @Pact(consumer = "notification-ui")
        @Nullable
        V4Pact notification(WebSocketPactBuilder pact) {
            pact.channel("/notifications");
            return null;
        }
    }

    @WebSocketConsumerTest
    @WebSocketContract("nowhere.contract.yaml")
    static class MissingFile extends Misused {}

    @WebSocketConsumerTest
    @WebSocketContract(value = "/contracts/notification-service.contract.yaml", interactions = "a pung")
    static class MissingInteraction extends Misused {}

    @ExtendWith(WebSocketConsumerTestExt.class)
    static class BothKinds {
        @Test
        @WebSocketContract("/contracts/notification-service.contract.yaml")
        @PactTestFor(pactMethod = "notification")
        void never_runs() {
            throw new IllegalStateException("the test has run");
        }
    }

    @ExtendWith(WebSocketConsumerTestExt.class)
    static class InConstructor {
        InConstructor(MockProvider mock) {
            throw new IllegalStateException("constructed with " + mock.getUrl());
        }

        @Test
        void never_runs() {
            throw new IllegalStateException("the test has run");
        }
    }

    @ExtendWith(WebSocketConsumerTestExt.class)
    static class OfHttp extends Misused {}
}
