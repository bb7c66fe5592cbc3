package dev.wspact.internal.recording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The unit of the times of messages in a HAR file, which no specification names: DevTools writes seconds, Playwright
 * milliseconds, both since 1970. The entry's {@code startedDateTime} tells which: it is never near both.
 */
enum HarTime {
    /** Seconds since 1970. */
    SECONDS(0),
    /** Milliseconds since 1970. */
    MILLISECONDS(3);

    /** How far a message may be from the start of its connection. */
    private static final Duration NEAR = Duration.ofDays(7);

    private final int digits;

    HarTime(int digits) {
        this.digits = digits;
    }

    /** The unit in which this is a time near the start; null if it is none in either, or in both. */
    static @Nullable HarTime of(BigDecimal time, Instant started) {
        boolean seconds = SECONDS.fits(time, started);
        boolean milliseconds = MILLISECONDS.fits(time, started);
        if (seconds == milliseconds) {
            return null;
        }
        return seconds ? SECONDS : MILLISECONDS;
    }

    private boolean fits(BigDecimal time, Instant started) {
        Instant instant = instant(time);
        return instant != null && isNear(instant, started);
    }

    static boolean isNear(Instant instant, Instant started) {
        return Duration.between(started, instant).abs().compareTo(NEAR) <= 0;
    }

    /** The time; null if it is beyond what there is. */
    @Nullable
    Instant instant(BigDecimal time) {
        if (time.precision() - time.scale() > 18) {
            return null;
        }
        BigDecimal nanos = time.movePointRight(9 - digits).setScale(0, RoundingMode.HALF_UP);
        BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.TEN.pow(9));
        try {
            return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact());
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    /** In a word. */
    String word() {
        return this == SECONDS ? "seconds" : "milliseconds";
    }
}
