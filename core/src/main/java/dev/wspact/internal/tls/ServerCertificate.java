package dev.wspact.internal.tls;

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
 * @param server who showed it, as texts name it
 * @param failure how the handshake failed
 */
public record ServerCertificate(String server, Throwable failure) {
    private static final String CLOCK = "If that is not so, set the clock of this machine";

    /** What is wrong with it; null if it is not to blame. */
    public @Nullable Rejection rejected() {
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
            return new Rejection(
                    "the certificate of " + server + " is not trusted: " + Causes.innermost(failure),
                    "If it is self-signed or from an authority of your own, name a trust store that holds it with"
                            + " the option wspact.trustStore");
        }
        CertificateException unfit = Causes.of(failure, CertificateException.class);
        return unfit == null
                ? null
                : new Rejection(
                        "the certificate of " + server + " does not fit: " + unfit.getMessage(),
                        "Use a host name for which the certificate was made in the URL, or another certificate");
    }

    private Rejection outOfDate(CertificateExpiredException expired) {
        Shown shown = shown();
        String since = shown.certificate() == null
                ? ": " + expired.getMessage()
                : " since " + shown.certificate().getNotAfter().toInstant();
        return new Rejection(
                shown.name() + " is out of date" + since, "Renew it, and have the server show the new one. " + CLOCK);
    }

    private Rejection notYetValid(CertificateNotYetValidException early) {
        Shown shown = shown();
        String before = shown.certificate() == null
                ? ": " + early.getMessage()
                : " before " + shown.certificate().getNotBefore().toInstant();
        return new Rejection(
                shown.name() + " is not valid" + before, "Have the server show one that is valid already. " + CLOCK);
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

    /**
     * Why a certificate is not taken.
     *
     * @param problem what is wrong with it, without a final full stop
     * @param remedy what to do about it, without a final full stop
     */
    public record Rejection(String problem, String remedy) {}

    private record Shown(String name, @Nullable X509Certificate certificate) {}
}
