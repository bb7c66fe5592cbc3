package dev.wspact.internal.broker;

import dev.wspact.broker.BrokerException;
import dev.wspact.broker.BrokerException.Kind;
import dev.wspact.internal.http.AnswerTooLargeException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** There was no answer, for a reason that is told as it is found out and shown only if no retry helps. */
final class FaultException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is known of a request that was not answered. */
    private enum Fate {
        /** It cannot have arrived. */
        NOT_SENT,
        /** It may have arrived. */
        UNKNOWN,
        /** Another try would end the same. */
        HOPELESS
    }

    private final Fate fate;
    private final Kind kind;
    private final String remedy;

    private FaultException(Fate fate, Kind kind, String problem, String remedy, Throwable cause) {
        super(problem, cause);
        this.fate = fate;
        this.kind = kind;
        this.remedy = remedy;
    }

    static FaultException late(Duration limit, Throwable cause) {
        return new FaultException(
                Fate.HOPELESS,
                Kind.TIMED_OUT,
                "was not answered within " + limit.toMillis() + " ms",
                "See what the broker is doing, or raise the limit (wspact.brokerTimeout)",
                cause);
    }

    static FaultException of(Throwable cause) {
        if (cause instanceof AnswerTooLargeException) {
            return new FaultException(
                    Fate.HOPELESS,
                    Kind.NOT_UNDERSTOOD,
                    "has a larger answer than is taken: " + cause.getMessage(),
                    "Check the broker's URL (pact.broker.url); no document of a broker is that large",
                    cause);
        }
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            boolean unknownHost = cause.getCause() instanceof UnresolvedAddressException
                    || (cause.getCause() != null && cause.getCause().getCause() instanceof UnresolvedAddressException);
            return new FaultException(
                    Fate.NOT_SENT,
                    Kind.UNREACHABLE,
                    unknownHost
                            ? "was not answered: the host is unknown"
                            : "was not answered: nothing listens there, or the way to it is closed",
                    "Start the broker, or correct its URL (pact.broker.url); behind a proxy, set the proxy",
                    cause);
        }
        if (cause instanceof SSLException) {
            return new FaultException(
                    Fate.HOPELESS,
                    Kind.UNREACHABLE,
                    "failed in TLS: " + cause.getMessage(),
                    "Trust the broker's certificate (wspact.trustStore), or correct its URL (pact.broker.url)",
                    cause);
        }
        return new FaultException(
                Fate.UNKNOWN,
                Kind.UNREACHABLE,
                "was not answered: the connection broke: " + cause.getMessage(),
                "See the broker's log, and what stands before the broker",
                cause);
    }

    /** Whether the request may be sent once more. */
    boolean mayBeRepeated(Call call) {
        return fate == Fate.NOT_SENT || (fate == Fate.UNKNOWN && call.repeatable());
    }

    /** The error to show after all retries. */
    BrokerException failure(Call call, int retries) {
        boolean unclear = !call.repeatable() && (fate == Fate.UNKNOWN || kind == Kind.TIMED_OUT);
        return new BrokerException(
                kind,
                call.shown() + " " + getMessage() + (retries > 0 ? " (tried " + (retries + 1) + " times)" : "")
                        + (unclear ? "; the broker may have done it all the same, so it was not sent again" : ""),
                remedy + (unclear ? ", and look in the broker whether it was done before you run it again" : ""),
                getCause());
    }
}
