package dev.wspact.internal.websocket;

import dev.wspact.message.HandshakeResponse;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.glassfish.tyrus.core.TyrusUpgradeResponse;
import org.glassfish.tyrus.spi.ClientEngine;
import org.glassfish.tyrus.spi.ReadHandler;
import org.jspecify.annotations.Nullable;

/**
 * The opening handshake of one connection. Only a sound 101 reaches Tyrus, in the one spelling it accepts: it would refuse
 * {@code Connection: keep-alive, Upgrade}, and would accept a subprotocol that was never offered. Confined to the
 * connection's thread.
 */
final class Upgrade {
    private final ConnectRequest request;
    private final InputStream in;
    private final OutputStream out;
    private @Nullable ConnectOutcome rejection;
    private @Nullable HandshakeResponse response;
    private @Nullable ReadHandler reader;
    private long openedAtNanos;

    Upgrade(ConnectRequest request, InputStream in, OutputStream out) {
        this.request = request;
        this.in = in;
        this.out = out;
    }

    /** Sends the request and reads the answer; called by Tyrus, through {@link SocketContainer}. */
    void perform(ClientEngine engine) throws IOException, DeploymentException {
        String key = only(engine.createUpgradeRequest(null).getHeaders(), "Sec-WebSocket-Key");
        out.write(HandshakeRequest.bytes(request, key));
        out.flush();
        HttpHead head = HttpHead.read(in);
        openedAtNanos = System.nanoTime();
        response = new HandshakeResponse(head.status(), head.headers());
        rejection = response.accepted()
                ? new HandshakeCheck(HandshakeRequest.acceptFor(key), request.subprotocols()).check(head)
                : new ConnectOutcome.Refused(response);
        if (rejection != null) {
            throw new DeploymentException("the opening handshake was rejected: " + rejection);
        }
        reader = engine.processResponse(forTyrus(head), new WireWriter(out), reason -> {})
                .createConnection()
                .getReadHandler();
    }

    /** Why there is no connection; null if there is one. */
    @Nullable
    ConnectOutcome rejection() {
        return rejection;
    }

    /** The server's answer. */
    HandshakeResponse response() {
        return Objects.requireNonNull(response, "response");
    }

    /** Who takes the bytes behind the answer. */
    ReadHandler reader() {
        return Objects.requireNonNull(reader, "reader");
    }

    /** When the answer had come, on the clock of {@link System#nanoTime()}. */
    long openedAtNanos() {
        return openedAtNanos;
    }

    private static TyrusUpgradeResponse forTyrus(HttpHead head) {
        TyrusUpgradeResponse checked = new TyrusUpgradeResponse();
        checked.setStatus(head.status());
        checked.setReasonPhrase("");
        head.headers().fields().forEach((name, values) -> checked.getHeaders().put(name, new ArrayList<>(values)));
        checked.getHeaders().put("Connection", List.of("Upgrade"));
        return checked;
    }

    private static String only(Map<String, List<String>> headers, String name) {
        return Objects.requireNonNull(headers.get(name), name).get(0);
    }
}
