package dev.wspact.maven;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Header fields, each as {@code Name: value}: either text with one field a line, or one element {@code <header>} a field.
 * Maven fills it in by the names of its methods; it is no list to Maven, since Maven would cut lists at commas, which
 * header values contain.
 */
public final class HeaderLines {
    /** RFC 9110 section 5.6.2, token. */
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    /** What the opening handshake says for itself (RFC 6455 section 4.1); subprotocols are the contract's. */
    private static final Set<String> HANDSHAKE = Set.of(
            "connection",
            "upgrade",
            "sec-websocket-key",
            "sec-websocket-version",
            "sec-websocket-extensions",
            "sec-websocket-protocol");

    private final List<String> lines = new ArrayList<>();

    /** No header fields; Maven adds them. */
    public HeaderLines() {}

    /** Several fields, one a line; from {@code <headers>} as text, or from {@code -Dwspact.headers}. */
    public void set(String text) {
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
    }

    /** One field; from {@code <header>} in {@code <headers>}. */
    public void addHeader(String line) {
        lines.add(line.strip());
    }

    /**
     * The values by name, in the order they were given.
     *
     * @throws BadOptionException if a line is no header field; it does not repeat the line, which may hold a secret
     */
    Map<String, List<String>> parse() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw bad(i, "has no colon");
            }
            String name = line.substring(0, colon).strip();
            fields.computeIfAbsent(checked(i, name), key -> new ArrayList<>()).add(value(i, line.substring(colon + 1)));
        }
        return fields;
    }

    private static String checked(int index, String name) {
        if (!NAME.matcher(name).matches()) {
            throw bad(index, "has no valid name before the colon");
        }
        if (HANDSHAKE.contains(name.toLowerCase(Locale.ROOT))) {
            throw new BadOptionException(
                    "wspact.headers sets %s, which belongs to the opening handshake itself. Remove it;".formatted(name)
                            + " subprotocols stand in the contract's channel.");
        }
        return name;
    }

    private static String value(int index, String text) {
        String value = text.strip();
        if (value.contains("${")) {
            throw bad(index, "has a ${placeholder} that nothing has set");
        }
        if (value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
            throw bad(index, "has a control character in its value");
        }
        return value;
    }

    private static BadOptionException bad(int index, String problem) {
        return new BadOptionException(
                "Header %d of wspact.headers %s. Write \"Name: value\", several on lines of their own."
                        .formatted(index + 1, problem));
    }
}
