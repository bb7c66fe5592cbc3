package dev.wspact.internal.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the time that a sender has put into a message: the epoch in milliseconds or seconds, as a number or its digits, or
 * ISO-8601 with an offset. Only times of this century are taken for times: so seconds, milliseconds and what is no time at
 * all cannot be mistaken for each other.
 */
final class SenderTime {
    /** What is read, in words. */
    static final String EXPECTED =
            "a time of this century: the epoch in milliseconds or seconds, or ISO-8601 with an offset";

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");
    private static final long MILLIS = 1000;
    private static final int NANOS_SCALE = 9;
    private static final int LONGEST = 40;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,16}(\\.[0-9]{1,12})?");
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private SenderTime() {}

    /** The time; empty if the value is none. */
    static Optional<Instant> of(JsonNode value) {
        if (value.isNumber()) {
            return epoch(value.decimalValue());
        }
        String text = value.isTextual() ? value.textValue().strip() : "";
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        return DIGITS.matcher(text).matches() ? epoch(new BigDecimal(text)) : iso(text);
    }

    private static Optional<Instant> epoch(BigDecimal number) {
        // a huge exponent must not be written out
        if (number.scale() > 1000 || number.precision() - (long) number.scale() > 16) {
            return Optional.empty();
        }
        BigDecimal seconds = number.compareTo(BigDecimal.valueOf(FIRST.toEpochMilli())) < 0
                ? number
                : number.divide(BigDecimal.valueOf(MILLIS));
        long whole = seconds.longValue();
        BigDecimal rest = seconds.subtract(BigDecimal.valueOf(whole));
        return plausible(
                Instant.ofEpochSecond(whole, rest.movePointRight(NANOS_SCALE).longValue()));
    }

    private static Optional<Instant> iso(String text) {
        try {
            return plausible(OffsetDateTime.parse(text, ISO).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty(); // no ISO-8601
        }
    }

    private static Optional<Instant> plausible(Instant time) {
        return time.isBefore(FIRST) || !time.isBefore(LAST) ? Optional.empty() : Optional.of(time);
    }
}
