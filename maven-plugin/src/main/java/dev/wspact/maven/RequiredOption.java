package dev.wspact.maven;

import org.jspecify.annotations.Nullable;

/** Parameters without which a goal has nothing to do. */
final class RequiredOption {
    private RequiredOption() {}

    /**
     * The value, without spaces around it.
     *
     * @throws BadOptionException if there is none
     */
    static String of(@Nullable String value, String parameter, String property) {
        if (value == null || value.isBlank()) {
            throw new BadOptionException(
                    "%s is not set. Say it: <%s>, or -D%s=….".formatted(parameter, parameter, property));
        }
        return value.strip();
    }
}
