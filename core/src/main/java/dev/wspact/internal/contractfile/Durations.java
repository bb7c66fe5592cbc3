package dev.wspact.internal.contractfile;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times in contracts: ISO-8601 ({@code PT5S}) as they are written, or short ({@code 5s}, {@code 500ms}) as people write them. */
final class Durations {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})\\s?(ms|s|m|h)");
    private static final Duration LONGEST = Duration.ofDays(1);

    private Durations() {}

    /** The time; null if the text is none, or not above zero, or longer than a day. */
    static @Nullable Duration parse(String text) {
        Duration duration = any(text);
        boolean usable =
                duration != null && !duration.isNegative() && !duration.isZero() && duration.compareTo(LONGEST) <= 0;
        return usable ? duration : null;
    }

    private static @Nullable Duration any(String text) {
        Matcher matcher = SHORT.matcher(text.strip());
        if (!matcher.matches()) {
            return iso(text.strip());
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    private static @Nullable Duration iso(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException notIso) {
            return null;
        }
    }
}
