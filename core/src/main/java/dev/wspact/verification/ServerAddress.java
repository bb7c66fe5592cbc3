package dev.wspact.verification;

import java.net.IDN;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with host and port of a URL; {@link URI} itself only says that there is no host. */
final class ServerAddress {
    private static final int LAST_PORT = 65_535;
    private static final Pattern NAMED_PORT = Pattern.compile("(.*):(-?\\d+)");
    private static final String FORM = "Write ws://host:port/path, or wss:// for TLS.";

    private ServerAddress() {}

    /**
     * Accepts a URL with a host and, if it names one, a port.
     *
     * @throws IllegalArgumentException if it has none, in a text that does not show its user info
     */
    static void check(URI url) {
        String authority = url.getRawAuthority();
        String server = authority == null ? "" : authority.substring(authority.lastIndexOf('@') + 1);
        Matcher parts = NAMED_PORT.matcher(server);
        String port = parts.matches() ? parts.group(2) : null;
        if (port != null && !isPort(port)) {
            throw new IllegalArgumentException("The URL names the port " + port + " in \"" + server
                    + "\", and a port is a number from 1 to " + LAST_PORT + ". " + FORM);
        }
        if (url.getHost() == null) {
            throw new IllegalArgumentException(problem(url, port == null ? server : parts.group(1)));
        }
    }

    private static boolean isPort(String text) {
        return text.length() <= 9 && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= LAST_PORT;
    }

    private static String problem(URI url, String host) {
        if (host.isEmpty()) {
            return "\"" + url + "\" names no host. " + FORM;
        }
        String ascii = punycode(host);
        return ascii == null
                ? "\"" + host
                        + "\" is no name of a host: letters, digits and hyphens may be in it, a name for the whole"
                        + " or its address. " + FORM
                : "\"" + host + "\" is no name of a host in a URL. Write it as " + ascii + ".";
    }

    /** The name as the name service knows it; null if it is not one that is only written in letters of its own. */
    private static @Nullable String punycode(String host) {
        try {
            String ascii = IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES);
            return ascii.equals(host) ? null : ascii;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
