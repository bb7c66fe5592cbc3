package dev.wspact.internal.schema;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names of hosts: in ASCII (RFC 1123, section 2.1), and of those in Unicode what the validator does not look at. */
final class HostNames {
    /** Without the dot that stands for the root (RFC 1034, section 3.1). */
    private static final int MAX_LENGTH = 253;

    private static final int MAX_LABEL = 63;
    private static final String PREFIX = "xn--";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern ASCII = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*+");
    /** RFC 3490, section 3.1. */
    private static final Pattern DOT = Pattern.compile("[.\\u3002\\uff0e\\uff61]");

    private HostNames() {}

    static boolean isHostName(String text) {
        return text.length() <= MAX_LENGTH && ASCII.matcher(text).matches();
    }

    /** Whether the name has labels that stand for others in Unicode (RFC 5890, section 2.3.2.1). */
    static boolean isEncoded(String hostName) {
        return labels(hostName).anyMatch(HostNames::isEncodedLabel);
    }

    /**
     * The name with its labels in Unicode; null if it is none, because a label is empty, or cannot be decoded, or has
     * characters of both directions in an order that cannot be read.
     */
    static @Nullable String inUnicode(String text) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        List<String> labels = labels(text).map(HostNames::decoded).collect(Collectors.toList());
        boolean readable = labels.stream().noneMatch(BidiRule::isRightToLeft)
                || labels.stream().allMatch(BidiRule::isObeyedBy);
        return labels.contains("") || !readable ? null : String.join(".", labels);
    }

    /** Empty if it is none. */
    private static String decoded(String label) {
        if (!isEncodedLabel(label)) {
            return label;
        }
        String decoded = label.length() > MAX_LABEL
                ? null
                : Punycode.decode(label.substring(PREFIX.length()).toLowerCase(Locale.ROOT));
        return decoded == null ? "" : decoded;
    }

    private static boolean isEncodedLabel(String label) {
        return label.toLowerCase(Locale.ROOT).startsWith(PREFIX);
    }

    private static Stream<String> labels(String text) {
        return Stream.of(DOT.split(text, -1));
    }
}
