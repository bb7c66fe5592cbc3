package dev.wspact.internal.tls;

/** The options on TLS cannot be used. No text of it shows a password. */
public final class TlsSetupException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    TlsSetupException(String problem, String remedy, Exception cause) {
        super(problem, cause);
        this.remedy = remedy;
    }

    TlsSetupException(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    /** What happened, without a final full stop. */
    public String problem() {
        return String.valueOf(getMessage());
    }

    /** What to do about it, without a final full stop. */
    public String remedy() {
        return remedy;
    }
}
