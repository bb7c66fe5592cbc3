package dev.wspact.internal.websocket;

import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server's certificate with which the TLS handshake may have failed.
 *
 * @param server who showed it
 * @param failure how the handshake failed
 */
record ServerCertificate(HostPort server, IOException failure) {
    private static final String CLOCK = "If that is not so, set the clock of this machine";

    /** What is wrong with it; null if it is not to blame. */
    ConnectOutcome.@Nullable Unreachable rejected() {
        CertificateExpiredException expired = Causes.of(failure, CertificateExpiredException.class);
        if (expired != null) {
            return outOfDate(expired);
        }
        CertificateNotYetValidException early = Causes.of(failure, CertificateNotYetValidException.class);
        if (early != null) {
            return notYetValid(early);
        }
        if (Causes.of(failure, CertPathBuilderException.class) != null
                || Causes.of(failure, CertPathValidatorException.class) != null) {
            return unreachable(
                    "the certificate of " + server + " is not trusted: " + Causes.innermost(failure),
                    "If it is self-signed or from an authority of your own, name a trust store that holds it with"
                            + " the option wspact.trustStore");
        }
        CertificateException unfit = Causes.of(failure, CertificateException.class);
        return unfit == null
                ? null
                : unreachable(
                        "the certificate of " + server + " does not fit: " + unfit.getMessage(),
                        "Use a host name for which the certificate was made in the URL, or another certificate");
    }

    private ConnectOutcome.Unreachable outOfDate(CertificateExpiredException expired) {
        Shown shown = shown();
        String since = shown.certificate() == null
                ? ": " + expired.getMessage()
                : " since " + shown.certificate().getNotAfter().toInstant();
        return unreachable(
                shown.name() + " is out of date" + since, "Renew it, and have the provider show the new one. " + CLOCK);
    }

    private ConnectOutcome.Unreachable notYetValid(CertificateNotYetValidException early) {
        Shown shown = shown();
        String before = shown.certificate() == null
                ? ": " + early.getMessage()
                : " before " + shown.certificate().getNotBefore().toInstant();
        return unreachable(
                shown.name() + " is not valid" + before, "Have the provider show one that is valid already. " + CLOCK);
    }

    /** The certificate to which the JDK objects: the server's, or one that vouches for it. */
    private Shown shown() {
        CertPathValidatorException objection = Causes.of(failure, CertPathValidatorException.class);
        String name = "the certificate of " + server;
        if (objection == null || objection.getCertPath() == null || objection.getIndex() < 0) {
            return new Shown(name, null);
        }
        List<? extends Certificate> path = objection.getCertPath().getCertificates();
        int index = objection.getIndex();
        if (index >= path.size() || !(path.get(index) instanceof X509Certificate certificate)) {
            return new Shown(name, null);
        }
        return new Shown(
                index == 0
                        ? name
                        : "the certificate of " + certificate.getSubjectX500Principal() + ", which vouches for that of "
                                + server + ",",
                certificate);
    }

    private static ConnectOutcome.Unreachable unreachable(String problem, String remedy) {
        return new ConnectOutcome.Unreachable(false, problem, remedy);
    }

    private record Shown(String name, @Nullable X509Certificate certificate) {}
}
