package dev.wspact.internal.verification;

import dev.wspact.contract.Contents;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.ProviderState;
import dev.wspact.internal.matching.MessageMatcher;
import dev.wspact.internal.matching.UnjudgeableException;
import dev.wspact.internal.providerstate.ProviderStateException;
import dev.wspact.internal.time.Deadline;
import dev.wspact.internal.websocket.ConnectOutcome;
import dev.wspact.internal.websocket.ConnectRequest;
import dev.wspact.message.JsonText;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a verification needs from the rest of the engine. Tests put scripted ones in its place.
 *
 * @param connector opens connections
 * @param matchers prepares expected messages
 * @param generators fills in what is sent
 * @param states brings the provider into its states
 * @param pause waits between two attempts to connect
 * @param nanoClock the clock of all deadlines
 */
record Surroundings(
        Connector connector,
        Matchers matchers,
        Generators generators,
        States states,
        Pause pause,
        LongSupplier nanoClock) {

    /** Opens one connection by the deadline. */
    @FunctionalInterface
    interface Connector {
        ConnectOutcome connect(ConnectRequest request, Deadline deadline) throws InterruptedException;
    }

    /** Prepares an expected message for many comparisons. */
    @FunctionalInterface
    interface Matchers {
        MessageMatcher of(ExpectedMessage expected, boolean unexpectedKeysFail) throws UnjudgeableException;
    }

    /** Applies Pact generators. */
    @FunctionalInterface
    interface Generators {
        Contents apply(Contents contents, JsonText generators, Map<String, @Nullable Object> stateValues)
                throws UnjudgeableException;
    }

    /** Sets up and leaves provider states. */
    interface States {
        void setUp(List<ProviderState> states, Map<String, @Nullable Object> values, Deadline deadline)
                throws ProviderStateException;

        void tearDown(List<ProviderState> states, Deadline deadline) throws ProviderStateException;
    }

    /** Waits, but not past the deadline. */
    @FunctionalInterface
    interface Pause {
        void until(Deadline deadline) throws InterruptedException;
    }
}
