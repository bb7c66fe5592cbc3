package dev.wspact.internal.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The authority of a URI or IRI (RFC 3986, section 3.2), whose form {@link java.net.URI} does not insist on: where it is
 * not that of a server, it is taken for a name in some registry.
 */
final class Authority {
    private static final Pattern START = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*+:)?//([^/?#]*+)");
    private static final Pattern FORM = Pattern.compile("(?:[^@]*+@)?(?:\\[([^\\]@]*+)\\]|[^:@\\[\\]]*+)(?::[0-9]*+)?");
    private static final Pattern LEADING_ZERO = Pattern.compile("[:.]0[0-9]++(?=\\.)|\\.0[0-9]++$");

    private Authority() {}

    /** Whether the text has no authority, or one of the right form. */
    static boolean isSoundIn(String text) {
        Matcher start = START.matcher(text);
        if (!start.lookingAt()) {
            return true;
        }
        Matcher form = FORM.matcher(start.group(1));
        if (!form.matches()) {
            return false;
        }
        String address = form.group(1);
        return address == null || !LEADING_ZERO.matcher(address).find();
    }
}
