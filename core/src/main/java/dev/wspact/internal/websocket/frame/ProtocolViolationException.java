package dev.wspact.internal.websocket.frame;

/** The other side broke the protocol: the connection must be failed (RFC 6455 section 7.1.7). */
public final class ProtocolViolationException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient ProtocolViolation violation;

    ProtocolViolationException(ProtocolViolation violation) {
        super(violation.text(), null, false, false);
        this.violation = violation;
    }

    /** What was broken, where, and what to close with. */
    public ProtocolViolation violation() {
        return violation;
    }
}
