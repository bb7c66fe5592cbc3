package dev.wspact.internal.matching;

import au.com.dius.pact.core.model.matchingrules.DateMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.TimeMatcher;
import au.com.dius.pact.core.model.matchingrules.TimestampMatcher;
import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Dates and times that exist. pact-jvm is lenient: it takes 30 February for 2 March, and 24:61 for an hour after midnight. */
final class StrictTime {
    private StrictTime() {}

    /** The formatter of a date-time rule: as pact-jvm has it, a final Z stands for ISO 8601's letter for UTC. */
    static DateTimeFormatter formatter(String format) {
        return DateTimeFormatter.ofPattern(format.endsWith("Z") ? format.replace('Z', 'X') : format);
    }

    /** Whether a text that pact-jvm takes for what the rule asks is so without being corrected; true for other rules. */
    static boolean obeys(MatchingRule rule, String text) {
        if (rule instanceof DateMatcher date) {
            return exists(text, date.getFormat());
        }
        if (rule instanceof TimeMatcher time) {
            return exists(text, time.getFormat());
        }
        return !(rule instanceof TimestampMatcher timestamp) || existsAsDateTime(text, timestamp.getFormat());
    }

    private static boolean existsAsDateTime(String text, String format) {
        DateTimeFormatter formatter = formatter(format);
        try {
            TemporalAccessor corrected = formatter.parse(text);
            TemporalAccessor written = formatter.parseUnresolved(text, new ParsePosition(0));
            return !written.isSupported(ChronoField.DAY_OF_MONTH)
                    || !corrected.isSupported(ChronoField.DAY_OF_MONTH)
                    || written.getLong(ChronoField.DAY_OF_MONTH) == corrected.getLong(ChronoField.DAY_OF_MONTH)
                    || isMidnightOfTheNextDay(written);
        } catch (DateTimeParseException e) {
            return exists(text, format);
        }
    }

    /** ISO 8601 writes the end of a day as 24:00. */
    private static boolean isMidnightOfTheNextDay(TemporalAccessor written) {
        return written.isSupported(ChronoField.HOUR_OF_DAY) && written.getLong(ChronoField.HOUR_OF_DAY) == 24;
    }

    private static boolean exists(String text, String format) {
        SimpleDateFormat dateFormat = dateFormat(format);
        dateFormat.setLenient(false);
        ParsePosition position = new ParsePosition(0);
        return dateFormat.parse(text, position) != null && position.getIndex() == text.length();
    }

    /** The format of a date or time rule: what pact-jvm writes as ZZ is an offset with a colon. */
    static SimpleDateFormat dateFormat(String format) {
        return new SimpleDateFormat(format.replaceAll("ZZ+", "XXX"), Locale.ROOT);
    }
}
