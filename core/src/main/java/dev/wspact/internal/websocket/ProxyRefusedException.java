package dev.wspact.internal.websocket;

import dev.wspact.message.Headers;
import java.io.IOException;
import java.util.List;

/** The proxy answered that it does not open a tunnel. */
final class ProxyRefusedException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int AUTHENTICATION_REQUIRED = 407;
    private static final int SHOWN = 120;

    private final int status;

    ProxyRefusedException(int status, Headers headers) {
        super(status + challenge(status, headers));
        this.status = status;
    }

    /** Whether the proxy wants to know who asks. */
    boolean asksForCredentials() {
        return status == AUTHENTICATION_REQUIRED;
    }

    /** Whether the proxy says that it does not reach the server. */
    boolean doesNotReachServer() {
        return status == 502 || status == 503 || status == 504;
    }

    private static String challenge(int status, Headers headers) {
        List<String> schemes = status == AUTHENTICATION_REQUIRED ? headers.values("Proxy-Authenticate") : List.of();
        String all = String.join(", ", schemes);
        return all.isEmpty()
                ? ""
                : " (Proxy-Authenticate: " + (all.length() <= SHOWN ? all : all.substring(0, SHOWN) + "…") + ")";
    }
}
