package dev.wspact.verification;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Whom a {@code wss} connection trusts, and who the verifier says it is.
 *
 * @param trustStore the certificates to trust, null for those of the JDK
 * @param keyStore the certificate and private key to show to servers that ask for one, null for none
 * @param insecure whether to trust every certificate and check no host name, so that anyone can pass for the provider;
 *     every result that came about like this says so
 */
public record Tls(@Nullable KeyStoreFile trustStore, @Nullable KeyStoreFile keyStore, boolean insecure) {
    /** What the JDK trusts, and no certificate of one's own. */
    public static final Tls DEFAULT = new Tls(null, null, false);

    /**
     * Trusts the certificates in a file.
     *
     * @param trustStore the file, null for the certificates of the JDK
     * @param password its password
     */
    public Tls(@Nullable Path trustStore, String password) {
        this(trustStore == null ? null : new KeyStoreFile(trustStore, password), null, false);
    }
}
