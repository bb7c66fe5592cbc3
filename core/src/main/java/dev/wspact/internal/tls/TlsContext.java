package dev.wspact.internal.tls;

import dev.wspact.verification.KeyStoreFile;
import dev.wspact.verification.Tls;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Turns the options on TLS into what the JDK's TLS needs. */
public final class TlsContext {
    private TlsContext() {}

    /**
     * A context for whoever need not know whether a certificate was asked for in vain.
     *
     * @throws TlsSetupException if a store cannot be used
     */
    public static SSLContext of(Tls tls) throws TlsSetupException {
        return of(tls, () -> {});
    }

    /**
     * A context that trusts the certificates of the trust store, or those of the JDK if there is none, or all; and that
     * shows the certificate of the key store to servers that ask.
     *
     * @param askedInVain run when a server asks for a certificate, and there is none that it would take; on the thread of
     *     the connection, perhaps more than once
     * @throws TlsSetupException if a store cannot be used
     */
    public static SSLContext of(Tls tls, Runnable askedInVain) throws TlsSetupException {
        KeyManager[] keys = {new ClientKeys(keys(tls.keyStore()), askedInVain)};
        TrustManager[] trusted = trustManagers(tls);
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trusted, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new TlsSetupException(
                    "the JDK's TLS cannot be used: " + e.getMessage(), "Check the security properties of the JDK", e);
        }
    }

    private static TrustManager @Nullable [] trustManagers(Tls tls) throws TlsSetupException {
        KeyStoreFile file = tls.trustStore();
        if (tls.insecure()) {
            return new TrustManager[] {new TrustEveryone()};
        }
        if (file == null) {
            return null;
        }
        StoreReader reader = new StoreReader("trust store", "wspact.trustStore");
        KeyStore trusted = reader.read(file, StoreReader::hasTrustedCertificate);
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            return trust.getTrustManagers();
        } catch (GeneralSecurityException e) {
            throw reader.unreadable(file, e);
        }
    }

    private static @Nullable X509ExtendedKeyManager keys(@Nullable KeyStoreFile file) throws TlsSetupException {
        if (file == null) {
            return null;
        }
        StoreReader reader = new StoreReader("key store", "wspact.keyStore");
        KeyStore keys = reader.read(file, StoreReader::hasKey);
        try {
            KeyManagerFactory manager = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            manager.init(keys, file.password().toCharArray());
            return Stream.of(manager.getKeyManagers())
                    .filter(X509ExtendedKeyManager.class::isInstance)
                    .map(X509ExtendedKeyManager.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("every Java platform has keys for engines"));
        } catch (UnrecoverableKeyException e) {
            throw new TlsSetupException(
                    "the private key in the key store " + file.path() + " has another password than the key store",
                    "Give both the same password: keytool -keypasswd, or export it anew as PKCS12",
                    e);
        } catch (GeneralSecurityException e) {
            throw reader.unreadable(file, e);
        }
    }
}
