package dev.wspact.internal.websocket;

import dev.wspact.internal.redaction.Secrets;
import dev.wspact.verification.HttpProxy;
import dev.wspact.verification.Tls;
import org.jspecify.annotations.Nullable;

/**
 * How to get to a server.
 *
 * @param tls whom to trust, and who the client is
 * @param proxy the HTTP proxy on the way; null if there is none
 * @param followRedirects whether to go where a server that refuses sends its clients
 * @param secrets what is not taken along to another origin
 */
public record Route(Tls tls, @Nullable HttpProxy proxy, boolean followRedirects, Secrets secrets) {
    /** Straight to the server, which is the one that was named. */
    public static Route direct(Tls tls) {
        return new Route(tls, null, false, Secrets.BUILT_IN);
    }
}
