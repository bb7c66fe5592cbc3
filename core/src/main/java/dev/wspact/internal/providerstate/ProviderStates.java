package dev.wspact.internal.providerstate;

import dev.wspact.contract.ProviderState;
import dev.wspact.internal.time.Deadline;
import dev.wspact.verification.ProviderStateHandler;
import dev.wspact.verification.StateChange;
import dev.wspact.verification.VerificationOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings the provider into states and out of them again, by the caller's handler or by Pact's state-change URL. With
 * neither, states are passed over, as Pact's Maven plugin and CLI do: whoever runs the verification says so.
 */
public final class ProviderStates implements AutoCloseable {
    private final @Nullable ProviderStateHandler handler;
    private final @Nullable StateChangeClient client;
    private final boolean clientTearsDown;

    /** Uses the handler of the options, or else their URL, or else nothing. Starts no thread yet. */
    public ProviderStates(VerificationOptions options) {
        handler = options.stateHandler();
        StateChange stateChange = options.stateChange();
        client = handler == null && stateChange != null
                ? new StateChangeClient(stateChange, options.tls(), new StateChangeRoute(options.proxy()))
                : null;
        clientTearsDown = stateChange != null && stateChange.teardown();
    }

    /** Whether there is anyone who can change states. */
    public boolean canChangeStates() {
        return handler != null || client != null;
    }

    /**
     * Sets up states in order; values they return are put into the map, later ones over earlier ones. The deadline bounds
     * the state-change URL; a handler runs on this thread for as long as it takes.
     *
     * @throws ProviderStateException if one of them cannot be reached; those behind it are not tried
     */
    public void setUp(List<ProviderState> states, Map<String, @Nullable Object> values, Deadline deadline)
            throws ProviderStateException {
        for (ProviderState state : states) {
            if (handler != null) {
                values.putAll(setUp(handler, state));
            } else if (client != null) {
                values.putAll(client.setUp(state, deadline));
            }
        }
    }

    /**
     * Leaves states, last first; every one is tried.
     *
     * @throws ProviderStateException if one of them cannot be left; if several, the others are suppressed in the first
     */
    public void tearDown(List<ProviderState> states, Deadline deadline) throws ProviderStateException {
        List<ProviderState> lastFirst = new ArrayList<>(states);
        Collections.reverse(lastFirst);
        ProviderStateException failure = null;
        for (ProviderState state : lastFirst) {
            try {
                tearDown(state, deadline);
            } catch (ProviderStateException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
    }

    private void tearDown(ProviderState state, Deadline deadline) throws ProviderStateException {
        if (handler != null) {
            tearDown(handler, state);
        } else if (client != null && clientTearsDown) {
            client.tearDown(state, deadline);
        }
    }

    private static Map<String, @Nullable Object> setUp(ProviderStateHandler handler, ProviderState state)
            throws ProviderStateException {
        try {
            return handler.setUp(state);
        } catch (Exception | AssertionError e) {
            // whatever user code may throw
            throw handlerFailed("the handler could not set up the provider state", state, e);
        }
    }

    private static void tearDown(ProviderStateHandler handler, ProviderState state) throws ProviderStateException {
        try {
            handler.tearDown(state);
        } catch (Exception | AssertionError e) {
            // whatever user code may throw
            throw handlerFailed("the handler could not tear down the provider state", state, e);
        }
    }

    private static ProviderStateException handlerFailed(String what, ProviderState state, Throwable e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new ProviderStateException(
                what + " \"" + state.name() + "\": " + e,
                "Mend the handler, or what it needs of the provider; every state that a contract names must be known to it",
                e);
    }
}
