package dev.wspact.internal.tls;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The trust store cannot be used. */
public final class TrustStoreException extends Exception {
    private static final long serialVersionUID = 1L;

    TrustStoreException(@Nullable Path file, Exception cause) {
        super(problem(file, cause), cause);
    }

    /** What happened, without a final full stop. */
    public String problem() {
        return String.valueOf(getMessage());
    }

    /** What to do about it, without a final full stop. */
    public String remedy() {
        return "Check wspact.trustStore, which must be a PKCS12 or JKS file, and its password";
    }

    private static String problem(@Nullable Path file, Exception cause) {
        String reason = cause instanceof NoSuchFileException ? "there is no such file" : cause.getMessage();
        return file == null
                ? "the trust store of the JDK cannot be used: " + reason
                : "the trust store " + file + " cannot be read: " + reason;
    }
}
