package dev.wspact.internal.broker;

import dev.wspact.broker.BrokerException;
import dev.wspact.broker.BrokerException.Kind;
import dev.wspact.internal.http.AnswerTooLargeException;
import dev.wspact.internal.tls.Causes;
import dev.wspact.internal.tls.ServerCertificate;
import dev.wspact.verification.HttpProxy;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** There was no answer, for a reason that is told as it is found out and shown only if no retry helps. */
final class FaultException extends Exception {
    private static final long serialVersionUID = 1L;
    /** What the JDK's client says when a proxy answers a CONNECT with anything but 2xx and 407. */
    private static final String TUNNEL_FAILED = "Tunnel failed";

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

    /**
     * What an error of the HTTP client means.
     *
     * @param server the broker's host and port, for texts
     * @param proxy the proxy on the way to it; null if the way is direct
     */
    static FaultException of(Throwable cause, String server, @Nullable HttpProxy proxy) {
        if (cause instanceof AnswerTooLargeException) {
            return new FaultException(
                    Fate.HOPELESS,
                    Kind.NOT_UNDERSTOOD,
                    "has a larger answer than is taken: " + cause.getMessage(),
                    "Check the broker's URL (pact.broker.url); no document of a broker is that large",
                    cause);
        }
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            return unconnected(cause, proxy);
        }
        if (cause instanceof SSLException) {
            return untrusted(cause, server);
        }
        if (proxy != null && String.valueOf(cause.getMessage()).startsWith(TUNNEL_FAILED)) {
            return new FaultException(
                    Fate.NOT_SENT,
                    Kind.UNREACHABLE,
                    "was not answered: the proxy " + shown(proxy) + " opened no way to " + server + ": "
                            + cause.getMessage(),
                    "Have the proxy let it through, or name the broker's host in nonProxyHosts",
                    cause);
        }
        return new FaultException(
                Fate.UNKNOWN,
                Kind.UNREACHABLE,
                "was not answered: the connection broke: " + cause.getMessage(),
                "See the broker's log, and what stands before the broker",
                cause);
    }

    private static FaultException unconnected(Throwable cause, @Nullable HttpProxy proxy) {
        if (proxy != null) {
            return new FaultException(
                    Fate.NOT_SENT,
                    Kind.UNREACHABLE,
                    "was not answered: the proxy " + shown(proxy) + " does not listen, or its host is unknown",
                    "Check the proxy (wspact.proxy, or that of Maven's settings or of the environment), or name the broker's"
                            + " host in nonProxyHosts",
                    cause);
        }
        boolean unknownHost = Causes.of(cause, UnresolvedAddressException.class) != null;
        return new FaultException(
                Fate.NOT_SENT,
                Kind.UNREACHABLE,
                unknownHost
                        ? "was not answered: the host is unknown"
                        : "was not answered: nothing listens there, or the way to it is closed",
                "Start the broker, or correct its URL (pact.broker.url); behind a proxy, set the proxy",
                cause);
    }

    private static String shown(HttpProxy proxy) {
        return (proxy.host().contains(":") ? "[" + proxy.host() + "]" : proxy.host()) + ":" + proxy.port();
    }

    private static FaultException untrusted(Throwable cause, String server) {
        ServerCertificate.Rejection certificate = new ServerCertificate(server, cause).rejected();
        return certificate == null
                ? new FaultException(
                        Fate.HOPELESS,
                        Kind.UNREACHABLE,
                        "failed in TLS: " + cause.getMessage(),
                        "Correct the broker's URL (pact.broker.url): if it is a plain port, use http://",
                        cause)
                : new FaultException(
                        Fate.HOPELESS,
                        Kind.UNREACHABLE,
                        "failed in TLS: " + certificate.problem(),
                        certificate.remedy(),
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
