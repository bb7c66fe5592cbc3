package dev.wspact.internal.broker;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links with variables: simple expansion of RFC 6570 section 3.2.2, which is all that a broker uses. */
final class UriTemplate {
    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z0-9_.]+)}");

    private UriTemplate() {}

    /** The link with its variables filled in, each as one segment or value; variables without a value are left as they are. */
    static String expand(String template, Map<String, String> variables) {
        return VARIABLE.matcher(template).replaceAll(match -> {
            String value = variables.get(match.group(1));
            return Matcher.quoteReplacement(value == null ? match.group() : encoded(value));
        });
    }

    /** A text as one segment of a path, or one value of a query. */
    static String encoded(String text) {
        // a plus is a space in forms only, %20 is one everywhere; a tilde needs no escape
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
