package dev.wspact.internal.schema;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times of RFC 3339 (section 5.6): any number of digits after the point, leap seconds where UTC can have them. */
final class RfcTimes {
    private static final Pattern TIME =
            Pattern.compile("(\\d{2}):(\\d{2}):(\\d{2})(?:\\.\\d++)?(?:[Zz]|([+-])(\\d{2}):(\\d{2}))");
    // a note in the section lets a space stand for the T
    private static final Pattern DATE_TIME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[Tt ](.++)");
    private static final int DAY = 24 * 60;

    private RfcTimes() {}

    /** Whether the text is a {@code full-time}. */
    static boolean isTime(String text) {
        Matcher time = TIME.matcher(text);
        return time.matches()
                && inRange(time)
                && (!isLeapSecond(time) || Math.floorMod(minuteInUtc(time), DAY) == DAY - 1);
    }

    /** Whether the text is a {@code date-time}. */
    static boolean isDateTime(String text) {
        Matcher parts = DATE_TIME.matcher(text);
        if (!parts.matches() || !isTime(parts.group(2))) {
            return false;
        }
        LocalDate date = dateOrNull(parts.group(1));
        return date != null && canBeOn(date, parts.group(2));
    }

    private static @Nullable LocalDate dateOrNull(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Leap seconds are inserted at the end of a month (section 5.7). */
    private static boolean canBeOn(LocalDate date, String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches() || !isLeapSecond(time)) {
            return true;
        }
        LocalDate inUtc = date.plusDays(Math.floorDiv(minuteInUtc(time), DAY));
        return inUtc.getDayOfMonth() == inUtc.lengthOfMonth();
    }

    private static boolean inRange(Matcher time) {
        return number(time, 1) < 24
                && number(time, 2) < 60
                && number(time, 3) <= 60
                && number(time, 5) < 24
                && number(time, 6) < 60;
    }

    private static boolean isLeapSecond(Matcher time) {
        return number(time, 3) == 60;
    }

    /** Negative before, and beyond a day after, the day that the text names. */
    private static int minuteInUtc(Matcher time) {
        int offset = number(time, 5) * 60 + number(time, 6);
        int minute = number(time, 1) * 60 + number(time, 2);
        return "-".equals(time.group(4)) ? minute + offset : minute - offset;
    }

    private static int number(Matcher time, int group) {
        String digits = time.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
