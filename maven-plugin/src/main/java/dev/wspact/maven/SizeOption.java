package dev.wspact.maven;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sizes in bytes as people write them: {@code 65536}, {@code 64KiB}, {@code 16MiB}. */
final class SizeOption {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,10})\\s*(b|kib|mib|gib)?");

    private SizeOption() {}

    /**
     * The size in bytes.
     *
     * @param name the parameter's property, for texts
     * @throws BadOptionException if the text is no size, or not between 1 byte and 2 GiB less one byte
     */
    static int parse(String name, String text) {
        Matcher matcher = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            long bytes = Long.parseLong(matcher.group(1)) << shift(matcher.group(2));
            if (bytes >= 1 && bytes <= Integer.MAX_VALUE) {
                return (int) bytes;
            }
        }
        throw new BadOptionException(
                "%s is \"%s\", which is not a size between 1 byte and 2 GiB. Write a number of bytes, or one with a unit (64KiB, 16MiB)."
                        .formatted(name, text));
    }

    private static int shift(@Nullable String unit) {
        if (unit == null || unit.equals("b")) {
            return 0;
        }
        return unit.equals("kib") ? 10 : unit.equals("mib") ? 20 : 30;
    }
}
