package dev.wspact.internal.websocket;

import dev.wspact.verification.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Makes sockets that trust whom the options say. */
final class Trust {
    private Trust() {}

    /**
     * Sockets that trust the certificates of the trust store, or those of the JDK.
     *
     * @throws TrustStoreException if the trust store cannot be read
     */
    static SSLSocketFactory sockets(Tls tls) throws TrustStoreException {
        Path file = tls.trustStore();
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, file == null ? null : trustManagers(file, tls.trustStorePassword()), null);
            return context.getSocketFactory();
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

    /** The trust store cannot be used. */
    static final class TrustStoreException extends Exception {
        private static final long serialVersionUID = 1L;

        TrustStoreException(@Nullable Path file, Exception cause) {
            super("the trust store " + file + " cannot be read: " + reason(cause), cause);
        }

        private static String reason(Exception cause) {
            return cause instanceof java.nio.file.NoSuchFileException
                    ? "there is no such file"
                    : String.valueOf(cause.getMessage());
        }
    }
}
