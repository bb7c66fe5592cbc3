package dev.wspact.verification;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whom a {@code wss} connection trusts.
 *
 * @param trustStore a key store file (PKCS12 or JKS) with trusted certificates, null for those of the JDK
 * @param trustStorePassword its password
 */
public record Tls(@Nullable Path trustStore, String trustStorePassword) {
    /** What the JDK trusts. */
    public static final Tls DEFAULT = new Tls(null, "changeit");

    /** Rejects a missing password. */
    public Tls {
        Objects.requireNonNull(trustStorePassword, "trustStorePassword");
    }

    /** Leaves out the password. */
    @Override
    public String toString() {
        return "Tls[trustStore=" + trustStore + "]";
    }
}
