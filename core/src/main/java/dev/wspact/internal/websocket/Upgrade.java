package dev.wspact.internal.websocket;

import dev.wspact.internal.time.Deadline;
import dev.wspact.internal.websocket.frame.DeflateParameters;
import dev.wspact.internal.websocket.io.Channel;
import dev.wspact.internal.websocket.io.WriteListener;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.ResponseBody;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.core.TyrusUpgradeResponse;
import org.glassfish.tyrus.spi.ClientEngine;
import org.jspecify.annotations.Nullable;

/**
 * The opening handshake of one connection, on the thread that opens it. Only a sound 101 reaches Tyrus, in the one spelling
 * it accepts: it would refuse {@code Connection: keep-alive, Upgrade}, and would accept a subprotocol that was never
 * offered.
 */
final class Upgrade {
    /** Tyrus never connects by itself, so any address will do. */
    private static final URI NOWHERE = URI.create("ws://localhost/");

    /** How long the body of a refusal is waited for: it explains, but the verdict is known without it. */
    private static final Duration BODY = Duration.ofSeconds(1);

    private final ConnectRequest request;
    private final Intake intake;
    private final Channel channel;
    private final WireWriter writer;
    private final Deadline deadline;
    private @Nullable ConnectOutcome rejection;
    private @Nullable Exception failure;
    private Intake.@Nullable Answer answer;

    Upgrade(ConnectRequest request, Intake intake, Channel channel, WireWriter writer, Deadline deadline) {
        this.request = request;
        this.intake = intake;
        this.channel = channel;
        this.writer = writer;
        this.deadline = deadline;
    }

    /** Tyrus' session; null if there is none because of the {@link #rejection}. */
    @Nullable
    Session shakeHands(ClientManager client, Reception reception)
            throws IOException, TimeoutException, InterruptedException {
        ClientEndpointConfig config = ClientEndpointConfig.Builder.create().build();
        config.getUserProperties().putAll(Map.of(SocketContainer.UPGRADE, this));
        try {
            return client.connectToServer(reception, config, NOWHERE);
        } catch (DeploymentException e) {
            rethrowFailure();
            if (rejection == null) {
                throw new IllegalStateException("Tyrus refused a sound handshake", e);
            }
            return null;
        }
    }

    /** Sends the request and waits for the answer; called by Tyrus, through {@link SocketContainer}. */
    void perform(ClientEngine engine) throws DeploymentException {
        String key = only(engine.createUpgradeRequest(null).getHeaders(), "Sec-WebSocket-Key");
        try {
            channel.write(ByteBuffer.wrap(HandshakeRequest.bytes(request, key)), WriteListener.NOBODY);
            answer = Wait.await(intake.answer(), deadline);
            rejection = judge(answer, key);
        } catch (IOException | TimeoutException | InterruptedException e) {
            // Tyrus would hide it in an exception of its own
            failure = e;
            throw new DeploymentException("there was no answer to the opening handshake", e);
        }
        if (rejection != null) {
            throw new DeploymentException("the opening handshake was rejected: " + rejection);
        }
        engine.processResponse(forTyrus(answer.head()), writer, reason -> {}).createConnection();
    }

    /** Why there is no connection; null if there is one. */
    @Nullable
    ConnectOutcome rejection() {
        return rejection;
    }

    /** The server's answer. */
    Intake.Answer answer() {
        return Objects.requireNonNull(answer, "answer");
    }

    /** How messages are compressed; null if they are not. */
    @Nullable
    DeflateParameters compression() {
        return request.compression() ? HandshakeCheck.accepted(answer().head().headers()) : null;
    }

    /** What is wrong with an answer; null if nothing is. */
    private @Nullable ConnectOutcome judge(Intake.Answer answer, String key) throws InterruptedException {
        HttpHead head = answer.head();
        if (head.status() == HandshakeResponse.SWITCHING_PROTOCOLS) {
            return new HandshakeCheck(AcceptKey.of(key), request.subprotocols(), request.compression()).check(head);
        }
        ResponseBody body = answer.body().await(deadline.orSooner(Deadline.after(BODY)));
        return new ConnectOutcome.Refused(new HandshakeResponse(head.status(), head.headers(), body));
    }

    private void rethrowFailure() throws IOException, TimeoutException, InterruptedException {
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof TimeoutException e) {
            throw e;
        }
        if (failure instanceof InterruptedException e) {
            throw e;
        }
    }

    private static TyrusUpgradeResponse forTyrus(HttpHead head) {
        TyrusUpgradeResponse checked = new TyrusUpgradeResponse();
        checked.setStatus(head.status());
        checked.setReasonPhrase("");
        head.headers().fields().forEach((name, values) -> checked.getHeaders().put(name, new ArrayList<>(values)));
        checked.getHeaders().put("Connection", List.of("Upgrade"));
        // what is compressed never gets as far as Tyrus
        checked.getHeaders().remove("Sec-WebSocket-Extensions");
        return checked;
    }

    private static String only(Map<String, List<String>> headers, String name) {
        return Objects.requireNonNull(headers.get(name), name).get(0);
    }
}
