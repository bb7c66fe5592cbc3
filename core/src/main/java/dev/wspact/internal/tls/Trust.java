package dev.wspact.internal.tls;

import dev.wspact.verification.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Turns the options on TLS into what the JDK's TLS needs. */
public final class Trust {
    private Trust() {}

    /**
     * A context that trusts the certificates of the trust store, or those of the JDK if there is none.
     *
     * @throws TrustStoreException if the trust store cannot be read
     */
    public static SSLContext context(Tls tls) throws TrustStoreException {
        Path file = tls.trustStore();
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, file == null ? null : trustManagers(file, tls.trustStorePassword()), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new TrustStoreException(file, e);
        }
    }

    private static TrustManager[] trustManagers(Path file, String password)
            throws IOException, GeneralSecurityException {
        // reads JKS as well, unless the JDK's keystore.type.compat was switched off
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            trusted.load(in, password.toCharArray());
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        return trust.getTrustManagers();
    }
}
