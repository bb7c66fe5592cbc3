package dev.wspact.verification;

import dev.wspact.contract.ProviderState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings the provider into a state, in the process of the caller (Pact specification, "Provider States"). Called on the
 * thread that runs the verification, never concurrently.
 */
@FunctionalInterface
public interface ProviderStateHandler {
    /**
     * Brings the provider into the state.
     *
     * @return values that feed Pact's provider-state generators; empty if there are none
     * @throws Exception if the state cannot be reached; the interaction is then errored
     */
    Map<String, @Nullable Object> setUp(ProviderState state) throws Exception;

    /**
     * Leaves the state after the interaction was judged. Does nothing by default.
     *
     * @throws Exception if the state cannot be left; this is reported, and the interaction is then errored
     */
    default void tearDown(ProviderState state) throws Exception {}
}
