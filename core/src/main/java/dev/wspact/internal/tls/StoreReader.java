package dev.wspact.internal.tls;

import dev.wspact.verification.KeyStoreFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.UnrecoverableKeyException;
import java.util.Collections;

/**
 * Reads a key store from a file, whatever its type.
 *
 * @param name what it is in texts
 * @param option the option that names it
 */
record StoreReader(String name, String option) {
    private static final String PEM = "-----BEGIN ";
    private static final int HEAD = 512;

    /** The key store, if it holds what it is for. */
    KeyStore read(KeyStoreFile file, Use use) throws TlsSetupException {
        KeyStore store;
        try {
            if (isPem(file.path())) {
                throw new TlsSetupException(
                        "the " + name + " " + file.path() + " is a PEM file",
                        "Make a PKCS12 file of it: keytool -importcert -storetype PKCS12 for certificates to trust, openssl"
                                + " pkcs12 -export for a certificate with its key");
            }
            store = KeyStore.getInstance(file.path().toFile(), file.password().toCharArray());
            if (use.isServedBy(store)) {
                return store;
            }
        } catch (IOException | GeneralSecurityException e) {
            throw unreadable(file, e);
        }
        boolean trust = option.endsWith("trustStore");
        throw new TlsSetupException(
                "the " + name + " " + file.path() + " holds no "
                        + (trust ? "certificate to trust" : "private key with its certificate"),
                trust
                        ? "Import the certificate with keytool -importcert, which marks it as trusted; openssl does not"
                        : "Export certificate and key together: openssl pkcs12 -export -in cert.pem -inkey key.pem");
    }

    TlsSetupException unreadable(KeyStoreFile file, Exception e) {
        String what = "the " + name + " " + file.path();
        if (e instanceof NoSuchFileException) {
            return new TlsSetupException(what + " cannot be read: there is no such file", "Correct " + option, e);
        }
        if (e.getCause() instanceof UnrecoverableKeyException) {
            return new TlsSetupException(
                    what + " cannot be opened: the password is wrong", "Correct " + option + "Password", e);
        }
        if (e instanceof KeyStoreException) {
            return new TlsSetupException(
                    what + " cannot be read: it is neither a PKCS12 nor a JKS file",
                    "Name such a file in " + option,
                    e);
        }
        return new TlsSetupException(
                what + " cannot be read: " + e.getMessage(),
                "Check " + option + ", which must be a PKCS12 or JKS file, and its password",
                e);
    }

    static boolean hasTrustedCertificate(KeyStore store) throws KeyStoreException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isCertificateEntry(alias)) {
                return true;
            }
        }
        return hasKey(store); // a chain that belongs to a key is trusted by the JDK, too
    }

    static boolean hasKey(KeyStore store) throws KeyStoreException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPem(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1).contains(PEM);
        }
    }

    /** What a key store is for. */
    @FunctionalInterface
    interface Use {
        boolean isServedBy(KeyStore store) throws KeyStoreException;
    }
}
