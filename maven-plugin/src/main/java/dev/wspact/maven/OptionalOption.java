package dev.wspact.maven;

import org.jspecify.annotations.Nullable;

/** Parameters that may be missing. */
final class OptionalOption {
    private OptionalOption() {}

    /** The value, without spaces around it; null if it is not set, or blank. */
    static @Nullable String of(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
