package dev.wspact.broker;

import dev.wspact.message.Visible;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The broker was not asked, or has not answered, or has answered no. The message names what was asked, what happened and
 * what to do, and is ready to print; it shows no credentials.
 */
public final class BrokerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of thing went wrong. */
    public enum Kind {
        /** No connection: nobody listens, the host is unknown, TLS failed, the connection broke. */
        UNREACHABLE,
        /** It has not answered in time. */
        TIMED_OUT,
        /** It does not know us, or does not let us do this: 401, 403. */
        UNAUTHORIZED,
        /** What was asked for is not there: 404. */
        NOT_FOUND,
        /** What was sent contradicts what is there: 409. */
        CONFLICT,
        /** What was sent is wrong: any other 4xx. */
        REJECTED,
        /** The broker failed: 5xx. */
        BROKER_FAILED,
        /** The answer is none of a Pact Broker: a web page, half a document, a redirect, a link that is missing. */
        NOT_UNDERSTOOD,
        /** Nothing was sent, since what was to be sent makes no sense. */
        NOT_SENT
    }

    private final Kind kind;
    private final String problem;
    private final String remedy;

    /**
     * A finished message from its parts.
     *
     * @param kind what kind of thing went wrong
     * @param problem what was asked and what happened, without a final full stop
     * @param remedy what to do about it, without a final full stop
     * @param cause the error that led to it, null if none did
     */
    public BrokerException(Kind kind, String problem, String remedy, @Nullable Throwable cause) {
        super(text(problem) + ". " + text(remedy) + ".", cause);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.problem = text(problem);
        this.remedy = text(remedy);
    }

    /** A finished message without a cause. */
    public BrokerException(Kind kind, String problem, String remedy) {
        this(kind, problem, remedy, null);
    }

    private static String text(String part) {
        return Visible.text(part);
    }

    /** What kind of thing went wrong. */
    public Kind kind() {
        return kind;
    }

    /** What was asked and what happened. */
    public String problem() {
        return problem;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
