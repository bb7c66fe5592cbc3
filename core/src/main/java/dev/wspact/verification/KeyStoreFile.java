package dev.wspact.verification;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A key store in a file, PKCS12 or JKS, told apart by content.
 *
 * @param path where it is
 * @param password opens it, and the private key in it
 */
public record KeyStoreFile(Path path, String password) {
    /** Rejects missing parts. */
    public KeyStoreFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(password, "password");
    }

    /** Leaves out the password. */
    @Override
    public String toString() {
        return "KeyStoreFile[path=" + path + "]";
    }
}
