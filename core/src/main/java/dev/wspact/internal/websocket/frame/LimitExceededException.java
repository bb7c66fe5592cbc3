package dev.wspact.internal.websocket.frame;

/** The other side sends more than we take, and breaks no rule by it: the connection must be failed. */
public final class LimitExceededException extends Exception {
    private static final long serialVersionUID = 1;
    private static final int POLICY_VIOLATION = 1008;
    private static final int MESSAGE_TOO_BIG = 1009;

    private final String limit;
    private final long value;
    private final int closeCode;

    private LimitExceededException(String what, String limit, long value, int closeCode) {
        super(what + " (limit " + limit + ": " + value + ")", null, false, false);
        this.limit = limit;
        this.value = value;
        this.closeCode = closeCode;
    }

    static LimitExceededException tooBig(String what, String limit, long value) {
        return new LimitExceededException(what, limit, value, MESSAGE_TOO_BIG);
    }

    static LimitExceededException tooMany(String what, String limit, long value) {
        return new LimitExceededException(what, limit, value, POLICY_VIOLATION);
    }

    /** The limit's name, a component of {@link ReaderLimits}. */
    public String limit() {
        return limit;
    }

    /** The limit's value. */
    public long value() {
        return value;
    }

    /** The status to close with: 1009 for what is too big, 1008 for what comes too often. */
    public int closeCode() {
        return closeCode;
    }
}
