package dev.wspact.internal.embeddedbroker.web;

import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets in what may come in: requests to this machine by its own names, with credentials where they are asked for. */
final class RequestGate {
    /** A page from elsewhere can make a browser send requests here, but under the name of its own site. */
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Pattern PORT = Pattern.compile(":\\d*$");
    private static final List<String> ACCEPTABLE = List.of("application/hal+json", "application/*", "*/*", "text/html");

    private final @Nullable Credentials credentials;

    RequestGate(@Nullable Credentials credentials) {
        this.credentials = credentials;
    }

    /** The host and port by which the client reached the broker. */
    String host(HttpExchange exchange) {
        String host = first(exchange, "Host");
        String name = PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT);
        if (!OWN_NAMES.contains(name)) {
            throw new RefusedException(Answer.error(
                    403,
                    "The embedded broker of wspact answers on this machine only, as localhost or 127.0.0.1, not as '"
                            + name + "'. Teams run the real Pact Broker."));
        }
        return host;
    }

    /** Refuses a client that does not show who it is, where that is asked. */
    void authenticate(HttpExchange exchange) {
        if (credentials != null && !credentials.isIn(first(exchange, "Authorization"))) {
            throw new RefusedException(Answer.empty(401)
                    .with("Content-Type", "text/plain")
                    .with("WWW-Authenticate", "Basic realm=\"wspact\""));
        }
    }

    /** Refuses a client that cannot read what it would get. */
    void negotiate(HttpExchange exchange) {
        String accept = String.join(",", exchange.getRequestHeaders().getOrDefault("Accept", List.of()))
                .toLowerCase(Locale.ROOT);
        if (!accept.isBlank() && ACCEPTABLE.stream().noneMatch(accept::contains)) {
            throw new RefusedException(Answer.empty(406));
        }
    }

    private static String first(HttpExchange exchange, String header) {
        String value = exchange.getRequestHeaders().getFirst(header);
        return value == null ? "" : value;
    }
}
