package dev.wspact.hostile;

import dev.wspact.verification.KeyStoreFile;
import dev.wspact.verification.Tls;
import dev.wspact.verification.VerificationOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Certificates of hostile servers, and clients that trust who vouches for them. */
final class Keys {
    /** For {@code localhost}, vouched for by itself. */
    static final Keys LOCALHOST = new Keys("/dev/wspact/wire/localhost.p12");
    /** For {@code localhost}, vouched for by an authority, and out of date since 2020. */
    static final Keys EXPIRED = new Keys("/dev/wspact/hostile/expired.p12");
    /** For another host, vouched for by an authority. */
    static final Keys ELSEWHERE = new Keys("/dev/wspact/hostile/elsewhere.p12");

    private static final String PASSWORD = "changeit";
    private static final String ALIAS = "localhost";

    private final String resource;

    private Keys(String resource) {
        this.resource = resource;
    }

    /** What a server with this certificate speaks. */
    SSLContext server() throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(keyStore(), PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        return tls;
    }

    /** A client that trusts who vouches for this certificate. */
    ClientSetup trusted() {
        return ClientSetup.PLAIN.with(url -> VerificationOptions.of(secure(url)).tls(new Tls(trustStore(), PASSWORD)));
    }

    /** The same, which shows this certificate as its own. */
    ClientSetup shown() {
        return ClientSetup.PLAIN.with(url -> VerificationOptions.of(secure(url))
                .tls(new Tls(
                        new KeyStoreFile(trustStore(), PASSWORD),
                        new KeyStoreFile(written(keyStore()), PASSWORD),
                        false)));
    }

    /** A client that trusts everyone. */
    static ClientSetup insecure() {
        return ClientSetup.PLAIN.with(url -> VerificationOptions.of(secure(url)).tls(new Tls(null, null, true)));
    }

    /** A client that trusts whom the JDK trusts. */
    static ClientSetup nobodyTrusted() {
        return ClientSetup.PLAIN.with(url -> VerificationOptions.of(secure(url)));
    }

    private static URI secure(URI url) {
        return URI.create(url.toString().replaceFirst("^ws:", "wss:"));
    }

    private Path trustStore() throws IOException, GeneralSecurityException {
        Certificate[] chain = keyStore().getCertificateChain(ALIAS);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, chain[chain.length - 1]);
        return written(trusted);
    }

    private static Path written(KeyStore store) throws IOException, GeneralSecurityException {
        Path file = Files.createTempFile("keys", ".p12");
        file.toFile().deleteOnExit();
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private KeyStore keyStore() throws IOException, GeneralSecurityException {
        @Nullable InputStream file = Keys.class.getResourceAsStream(resource);
        try (InputStream in = Objects.requireNonNull(file, resource)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            return keys;
        }
    }
}
