package dev.wspact.mock;

/** When a mock provider pushes what the contract says that the provider pushes. */
public enum Pushes {
    /**
     * By itself on every connection: once it is open, or, where the contract has the client send something first, once
     * that has come; each after {@link MockOptions#pushDelay()}.
     */
    AUTOMATIC,
    /** Only when the test says so. */
    WHEN_TOLD
}
