package dev.wspact.internal.inference;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Strings at one place: which values, as long as they are few words; and the formats in which all of them are. */
final class ObservedStrings {
    /** The most values of an {@code enum}. */
    static final int MOST_VALUES = 8;

    /** What looks like one of a few names, rather than like something that somebody has written or counted. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z_./:-]{0,39}");

    private final Set<String> values = new TreeSet<>();
    private final Set<Format> formats = EnumSet.allOf(Format.class);
    private boolean words = true;

    void add(String value) {
        formats.removeIf(format -> !format.fits(value));
        words = words && WORD.matcher(value).matches();
        if (words) {
            values.add(value);
            words = values.size() <= MOST_VALUES;
        }
        if (!words) {
            values.clear();
        }
    }

    /** All values that there were, if they are few and words; empty otherwise. */
    Set<String> values() {
        return values;
    }

    /** The format in which all values are; null if there is none. Every string is in one at most. */
    @Nullable
    String format() {
        return formats.size() == 1 ? formats.iterator().next().word() : null;
    }

    private static boolean parses(String value, Consumer<String> parser) {
        try {
            parser.accept(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Formats of JSON Schema that exclude one another; the parsers of Java take more than RFC 3339 section 5.6 allows. */
    private enum Format {
        DATE_TIME("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)"),
        DATE("\\d{4}-\\d\\d-\\d\\d"),
        UUID("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}"),
        URI("[a-z][a-z0-9+.-]{1,9}://[\\w.-]+(:\\d+)?(/[\\w./~%?&=+:@!,;-]*)?");

        private final Pattern form;

        Format(String form) {
            this.form = Pattern.compile(form);
        }

        private boolean fits(String value) {
            return form.matcher(value).matches()
                    && switch (this) {
                        case DATE_TIME -> parses(value, OffsetDateTime::parse);
                        case DATE -> parses(value, LocalDate::parse);
                        case UUID, URI -> true;
                    };
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
