package dev.wspact.internal.tls;

import org.jspecify.annotations.Nullable;

/** What led to an error. */
public final class Causes {
    private Causes() {}

    /** The first of the error and its causes that is of a type; null if none is. */
    public static <T extends Throwable> @Nullable T of(Throwable error, Class<T> type) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    /** The message of the last of the causes. */
    public static String innermost(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
