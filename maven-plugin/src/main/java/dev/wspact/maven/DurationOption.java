package dev.wspact.maven;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 2s}, {@code 500ms}, {@code 1m}, {@code 1h}, {@code 0}, or ISO-8601. */
final class DurationOption {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,15})\\s*(ms|s|m|h)");

    private static final Duration LONGEST = Duration.ofDays(1);

    private DurationOption() {}

    /**
     * The duration.
     *
     * @param name the parameter's property, for texts
     * @throws BadOptionException if the text is no duration, or a negative one, or longer than a day
     */
    static Duration parse(String name, String text) {
        String value = text.strip();
        if (value.equals("0")) {
            return Duration.ZERO;
        }
        Matcher matcher = SHORT.matcher(value.toLowerCase(Locale.ROOT));
        try {
            Duration duration =
                    matcher.matches() ? of(Long.parseLong(matcher.group(1)), matcher.group(2)) : Duration.parse(value);
            if (duration.isNegative()) {
                throw bad(name, text, "a negative duration");
            }
            if (duration.compareTo(LONGEST) > 0) {
                throw bad(name, text, "longer than a day");
            }
            return duration;
        } catch (DateTimeException | ArithmeticException e) {
            throw bad(name, text, "not a duration");
        }
    }

    private static Duration of(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    private static BadOptionException bad(String name, String text, String problem) {
        return new BadOptionException(
                "%s is \"%s\", which is %s. Write a number with a unit (500ms, 2s, 1m), or ISO-8601 (PT2S)."
                        .formatted(name, text, problem));
    }
}
