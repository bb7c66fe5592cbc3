package dev.wspact.maven;

import java.net.URI;
import java.util.Locale;

/** Tells URLs of this machine from others, by their text alone: no name is looked up. */
final class OwnMachine {
    private OwnMachine() {}

    static boolean isAt(URI url) {
        String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
