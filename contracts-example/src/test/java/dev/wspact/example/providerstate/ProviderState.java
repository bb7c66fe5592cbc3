package dev.wspact.example.providerstate;

import java.util.Map;

/** A state that a contract may ask for. */
interface ProviderState {
    /** The name, as contracts write it. */
    String name();

    /** Brings the service into the state. */
    void setUp(Map<String, Object> parameters);

    /** Leaves the state; does nothing by default. */
    default void tearDown() {}
}
