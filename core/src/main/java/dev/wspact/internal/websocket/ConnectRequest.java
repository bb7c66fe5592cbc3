package dev.wspact.internal.websocket;

import dev.wspact.message.Headers;
import dev.wspact.verification.Limits;
import dev.wspact.verification.Tls;
import java.net.URI;
import java.util.List;

/**
 * What a connection is opened with.
 *
 * @param url absolute {@code ws} or {@code wss} URL, query included
 * @param headers header fields of the opening handshake
 * @param subprotocols subprotocols offered, in order of preference
 * @param route how to get there
 * @param limits what the server may cost
 * @param compression whether to offer permessage-deflate (RFC 7692)
 */
public record ConnectRequest(
        URI url, Headers headers, List<String> subprotocols, Route route, Limits limits, boolean compression) {
    /** Copies the list. */
    public ConnectRequest {
        subprotocols = List.copyOf(subprotocols);
    }

    /** A direct connection without compression. */
    public ConnectRequest(URI url, Headers headers, List<String> subprotocols, Tls tls, Limits limits) {
        this(url, headers, subprotocols, Route.direct(tls), limits, false);
    }

    /** The same with another URL and other header fields. */
    ConnectRequest to(URI other, Headers fields) {
        return new ConnectRequest(other, fields, subprotocols, route, limits, compression);
    }
}
