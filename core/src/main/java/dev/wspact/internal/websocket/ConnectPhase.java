package dev.wspact.internal.websocket;

import dev.wspact.internal.tls.Causes;
import dev.wspact.internal.tls.ServerCertificate;
import dev.wspact.verification.Tls;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** How far an attempt to connect has come, and what it means when it fails there or gets no further. */
enum ConnectPhase {
    /** Finding the host and opening a TCP connection. */
    CONNECT {
        @Override
        ConnectOutcome.Unreachable timeout(HostPort server, Duration waited) {
            return unreachable(
                    "no TCP connection to " + server + " within " + text(waited),
                    "Check that the provider is reachable from here: host, port, network, firewall");
        }

        @Override
        ConnectOutcome.Unreachable failure(HostPort server, IOException e) {
            if (e instanceof UnknownHostException) {
                return unreachable(
                        "the host \"" + server.host() + "\" is unknown",
                        "Check the spelling of the URL, and the name service");
            }
            if (e instanceof ConnectException) {
                return new ConnectOutcome.Unreachable(
                        true,
                        "nothing listens on " + server + " (" + e.getMessage() + ")",
                        "Start the provider, or correct the URL. If it is still starting, wspact.waitFor waits for it");
            }
            if (String.valueOf(e.getMessage()).contains("reset")) {
                // there was a connection, but its end was here before we were told of its beginning
                return server.secure() ? TLS.failure(server, e) : ANSWER.failure(server, e);
            }
            return unreachable(
                    "no TCP connection to " + server + ": " + e.getMessage(),
                    "Check that the provider is reachable from here: host, port, network, firewall");
        }
    },

    /** The TLS handshake. */
    TLS {
        @Override
        ConnectOutcome.Unreachable timeout(HostPort server, Duration waited) {
            return unreachable(
                    server + " did not finish the TLS handshake within " + text(waited),
                    "If it does not speak TLS there, use ws:// or its TLS port");
        }

        @Override
        ConnectOutcome.Unreachable failure(HostPort server, IOException e) {
            ServerCertificate.Rejection certificate = new ServerCertificate(server.toString(), e).rejected();
            if (certificate != null) {
                return unreachable(certificate.problem(), certificate.remedy());
            }
            if (isAboutOurCertificate(e)) {
                return wantsAnotherCertificate(server, e);
            }
            return unreachable(
                    server + " does not speak TLS, or no version that Java accepts: " + e.getMessage(),
                    "If it is a plain port, use ws:// or its TLS port");
        }
    },

    /** The opening handshake. */
    ANSWER {
        @Override
        ConnectOutcome.Unreachable timeout(HostPort server, Duration waited) {
            return unreachable(
                    server + " took the TCP connection but did not answer the opening handshake within " + text(waited),
                    "Check that a WebSocket server listens on this port, and what the provider is doing. If it is slow,"
                            + " give it more time (the verifier's timeout, and the limit handshakeTime)");
        }

        @Override
        ConnectOutcome.Unreachable failure(HostPort server, IOException e) {
            if (e instanceof NotHttpException notHttp) {
                return unreachable(
                        server + " does not answer as a WebSocket server: " + e.getMessage(),
                        notHttp.looksLikeTls()
                                ? "Use wss:// instead of ws://"
                                : "Check the port; the answer to the opening handshake must be HTTP/1.1");
            }
            if (isAboutOurCertificate(e)) {
                return wantsAnotherCertificate(server, e);
            }
            boolean ended = e instanceof EOFException || e instanceof SocketException;
            return unreachable(
                    server + " ended the connection before it had answered the opening handshake"
                            + (ended ? "" : ": " + e.getMessage()),
                    "See the provider's log, and check that a WebSocket server listens on this port");
        }
    };

    private static final Pattern ALERT = Pattern.compile(
            "alert: (certificate_required|bad_certificate|certificate_unknown|unknown_ca|certificate_expired"
                    + "|certificate_revoked|unsupported_certificate|access_denied)");

    /** What it means when there is no time left in this phase. */
    abstract ConnectOutcome.Unreachable timeout(HostPort server, Duration waited);

    /** What it means when this phase fails. */
    abstract ConnectOutcome.Unreachable failure(HostPort server, IOException e);

    private static ConnectOutcome.Unreachable unreachable(String problem, String remedy) {
        return new ConnectOutcome.Unreachable(false, problem, remedy);
    }

    /** With TLS 1.3 the server judges the client's certificate only when the client thinks that hands are shaken. */
    private static boolean isAboutOurCertificate(IOException e) {
        return e instanceof SSLException
                && ALERT.matcher(String.valueOf(e.getMessage())).find();
    }

    /** Whether the server broke TLS off; false if we did, because of its certificate. */
    static boolean isRefusalOfTls(IOException e) {
        return e instanceof SSLException && Causes.of(e, GeneralSecurityException.class) == null;
    }

    /** What it means when the connection fails after the server has asked for a certificate in vain. */
    static ConnectOutcome.Unreachable wantsCertificate(HostPort server, Tls tls) {
        return unreachable(
                server + " wants a client certificate"
                        + (tls.keyStore() == null ? "" : " of an authority that issued none of those in the key store"),
                "Name a key store that holds a certificate that the server accepts, with its private key, with the option"
                        + " wspact.keyStore");
    }

    private static ConnectOutcome.Unreachable wantsAnotherCertificate(HostPort server, IOException e) {
        return unreachable(
                server + " wants another client certificate (" + e.getMessage() + ")",
                "Name a key store that holds a certificate that the server accepts, with its private key, with the option"
                        + " wspact.keyStore");
    }

    /** A time that was waited, in words. */
    static String text(Duration waited) {
        // a deadline has lost some of its time before it is looked at, and more on a machine that is busy
        long millis = (waited.toMillis() + 99) / 100 * 100;
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
