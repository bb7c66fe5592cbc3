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
 * @param tls whom to trust
 * @param limits what the server may cost
 * @param compression whether to offer permessage-deflate (RFC 7692)
 */
public record ConnectRequest(
        URI url, Headers headers, List<String> subprotocols, Tls tls, Limits limits, boolean compression) {
    /** Copies the list. */
    public ConnectRequest {
        subprotocols = List.copyOf(subprotocols);
    }

    /** Without compression. */
    public ConnectRequest(URI url, Headers headers, List<String> subprotocols, Tls tls, Limits limits) {
        this(url, headers, subprotocols, tls, limits, false);
    }
}
