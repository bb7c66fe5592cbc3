package dev.wspact.internal.providerstate;

import dev.wspact.contract.ProviderState;
import dev.wspact.internal.time.Deadline;
import dev.wspact.verification.VerificationOptions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings the provider into states and out of them again, by the caller's handler or by Pact's state-change URL. */
public final class ProviderStates implements AutoCloseable {
    /** Uses the handler of the options, or else their URL, or else nothing. */
    public ProviderStates(VerificationOptions options) {}

    /**
     * Sets up states in order; values they return are put into the map, later ones over earlier ones.
     *
     * @throws ProviderStateException if one of them cannot be reached
     */
    public void setUp(List<ProviderState> states, Map<String, @Nullable Object> values, Deadline deadline)
            throws ProviderStateException {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Leaves states, last first; every one is tried.
     *
     * @throws ProviderStateException if one of them cannot be left
     */
    public void tearDown(List<ProviderState> states, Deadline deadline) throws ProviderStateException {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public void close() {}
}
