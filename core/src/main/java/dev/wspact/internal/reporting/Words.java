package dev.wspact.internal.reporting;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Small phrases that several texts share. */
public final class Words {
    private Words() {}

    /** {@code 1 message}, {@code 2 messages}. */
    public static String count(long count, String noun) {
        return count + " " + (count == 1 ? noun : noun.endsWith("h") ? noun + "es" : noun + "s");
    }

    /** {@code 1st}, {@code 2nd}, {@code 11th}. */
    public static String ordinal(long number) {
        long lastTwo = number % 100;
        if (lastTwo >= 11 && lastTwo <= 13) {
            return number + "th";
        }
        return number
                + switch ((int) (number % 10)) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    /** {@code 143 ms}, {@code 2.5 s}, {@code 1 min 30 s}. */
    public static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0).replace(".0 s", " s");
        }
        return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }

    /** {@code 0.8 ms}, {@code 143 ms}, {@code -2.5 s}: short ones with a digit more, and negative ones. */
    public static String latency(Duration latency) {
        Duration length = latency.abs();
        String text = length.toMillis() < 10
                ? String.format(Locale.ROOT, "%.1f ms", length.toNanos() / 1e6)
                : duration(length);
        return latency.isNegative() ? "-" + text : text;
    }

    /** {@code (provider state: "a"; "b")} with a space before it, or nothing. */
    public static String states(List<String> states) {
        if (states.isEmpty()) {
            return "";
        }
        return "   (provider state" + (states.size() == 1 ? "" : "s") + ": \"" + String.join("\", \"", states) + "\")";
    }
}
