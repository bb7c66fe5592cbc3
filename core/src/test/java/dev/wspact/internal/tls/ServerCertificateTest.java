package dev.wspact.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPath;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the JDK throws over a certificate, and what is made of it. */
class ServerCertificateTest {
    private final CertificateExpiredException expired = new CertificateExpiredException("NotAfter: long ago");

    private final String server = "localhost:8443";

    @Test
    void one_that_is_out_of_date_is_told_with_its_date_and_to_be_renewed() throws Exception {
        ServerCertificate.Rejection told = told(objection(expired, chain(), 0));

        assertThat(told.problem())
                .isEqualTo("the certificate of localhost:8443 is out of date since 2020-01-31T09:25:30Z");
        assertThat(told.remedy())
                .isEqualTo("Renew it, and have the server show the new one. If that is not so, set the clock of this"
                        + " machine");
    }

    @Test
    void one_that_is_not_valid_yet_is_told_with_its_date() throws Exception {
        ServerCertificate.Rejection told =
                told(objection(new CertificateNotYetValidException("NotBefore: soon"), chain(), 0));

        assertThat(told.problem())
                .isEqualTo("the certificate of localhost:8443 is not valid before 2020-01-01T09:25:30Z");
        assertThat(told.remedy()).contains("set the clock");
    }

    @Test
    void one_that_vouches_for_the_servers_is_named() throws Exception {
        CertPath chain = chain();
        CertPath doubled = CertificateFactory.getInstance("X.509")
                .generateCertPath(List.of(
                        chain.getCertificates().get(0), chain.getCertificates().get(0)));

        assertThat(told(objection(expired, doubled, 1)).problem())
                .startsWith("the certificate of CN=localhost, which vouches for that of localhost:8443, is out of date"
                        + " since 2020-01-31");
    }

    @Test
    void without_the_certificate_the_jdks_own_words_are_told() throws Exception {
        assertThat(told(expired).problem())
                .isEqualTo("the certificate of localhost:8443 is out of date: NotAfter: long ago");
        assertThat(told(objection(expired, null, -1)).problem()).endsWith("is out of date: NotAfter: long ago");
        assertThat(told(new CertificateNotYetValidException("NotBefore: soon")).problem())
                .endsWith("is not valid: NotBefore: soon");
    }

    @Test
    void others_are_not_trusted_or_do_not_fit() throws Exception {
        assertThat(told(new CertPathBuilderException("no path")).problem()).endsWith("is not trusted: no path");
        assertThat(told(objection(new CertificateException("revoked"), chain(), 0))
                        .problem())
                .endsWith("is not trusted: revoked");
        assertThat(told(new CertificateException("No name matching")).problem())
                .endsWith("does not fit: No name matching");
        assertThat(new ServerCertificate(server, new SSLHandshakeException("handshake_failure")).rejected())
                .isNull();
    }

    private ServerCertificate.Rejection told(Exception cause) {
        IOException failure = new SSLHandshakeException(String.valueOf(cause.getMessage()));
        failure.initCause(cause);
        ServerCertificate.Rejection told = new ServerCertificate(server, failure).rejected();
        assertThat(told).isNotNull();
        return Objects.requireNonNull(told);
    }

    private static CertPathValidatorException objection(Exception cause, @Nullable CertPath path, int index) {
        return new CertPathValidatorException("validity check failed", cause, path, index);
    }

    private static CertPath chain() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = ServerCertificateTest.class.getResourceAsStream("/dev/wspact/hostile/expired.p12")) {
            keys.load(in, "changeit".toCharArray());
        }
        Certificate[] chain = keys.getCertificateChain("localhost");
        return CertificateFactory.getInstance("X.509").generateCertPath(List.of(chain[0]));
    }
}
