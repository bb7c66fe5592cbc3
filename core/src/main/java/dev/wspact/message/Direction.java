package dev.wspact.message;

/** Who sent a message, seen from the client. */
public enum Direction {
    /** From the client (the verifier, or a consumer under test) to the server. */
    SENT,
    /** From the server to the client. */
    RECEIVED
}
