package dev.wspact.internal.websocket;

import dev.wspact.message.HandshakeResponse;
import java.net.URI;

/** How an attempt to connect ended. */
public sealed interface ConnectOutcome {
    /** The server accepted the handshake, and the handshake is sound. */
    record Opened(Session session) implements ConnectOutcome {}

    /** The server answered with another HTTP status than 101. */
    record Refused(HandshakeResponse response) implements ConnectOutcome {}

    /**
     * The server sent the client to another URL, which then was the end of it.
     *
     * @param url the last URL
     * @param sameOrigin whether all of them had scheme, host and port of the first, so that credentials were sent
     * @param outcome how it ended there
     */
    record Redirected(URI url, boolean sameOrigin, ConnectOutcome outcome) implements ConnectOutcome {}

    /**
     * The server answered 101 in a way that RFC 6455 section 4.1 forbids, such as a subprotocol that was not offered; or
     * it picked none of those offered, which the RFC allows and a consumer that offers them does not; or it answered
     * with a redirect that cannot be followed.
     *
     * @param rule the header field that is wrong, or {@code HTTP version}
     * @param expected what was expected
     * @param actual what came
     */
    record Unsound(HandshakeResponse response, String rule, String expected, String actual) implements ConnectOutcome {}

    /**
     * There was no HTTP answer at all: refused port, unknown host, TLS, silence; or the handshake could not even be sent,
     * because of a trust store that cannot be read or a header field that would change the request.
     *
     * @param retryable whether nothing listened, so that trying again later may help
     * @param problem what happened, without a final full stop
     * @param remedy what to do about it, without a final full stop
     */
    record Unreachable(boolean retryable, String problem, String remedy) implements ConnectOutcome {}
}
