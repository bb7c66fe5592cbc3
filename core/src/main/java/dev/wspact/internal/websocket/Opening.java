package dev.wspact.internal.websocket;

import dev.wspact.internal.time.Deadline;
import dev.wspact.internal.tls.Trust;
import dev.wspact.internal.tls.TrustStoreException;
import dev.wspact.internal.websocket.io.Channel;
import dev.wspact.internal.websocket.io.ChannelListener;
import dev.wspact.internal.websocket.io.EventLoop;
import dev.wspact.internal.websocket.io.TlsLayer;
import dev.wspact.message.HandshakeResponse;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * Opens one connection on the caller's thread, step by step, each with what is left of the time: finds the host, connects to
 * the first of its addresses that takes the connection, puts TLS on it, and shakes hands.
 */
final class Opening {
    private final ConnectRequest request;
    private final HostPort server;
    private final EventLoop loop;
    private final Resolver resolver;
    private final Deadline deadline;
    private final Duration patience;
    private Intake intake;
    private @Nullable Channel tcp;
    private volatile ConnectPhase phase = ConnectPhase.CONNECT;

    Opening(ConnectRequest request, EventLoop loop, Resolver resolver, Deadline deadline) {
        this.request = request;
        this.intake = new Intake(request.limits().handshakeBytes());
        this.server = HostPort.of(request.url());
        this.loop = loop;
        this.resolver = resolver;
        this.deadline = deadline;
        this.patience = deadline.remaining();
    }

    /** Opens the connection; whatever was opened is closed again if that fails. */
    ConnectOutcome perform() throws InterruptedException {
        ConnectOutcome outcome = null;
        try {
            outcome = open();
        } catch (TimeoutException e) {
            outcome = phase.timeout(server, patience);
        } catch (TrustStoreException e) {
            outcome = new ConnectOutcome.Unreachable(false, e.problem(), e.remedy());
        } catch (IOException e) {
            outcome = phase.failure(server, e);
        } finally {
            if (!(outcome instanceof ConnectOutcome.Opened) && tcp != null) {
                tcp.abort();
            }
        }
        return outcome;
    }

    private ConnectOutcome open() throws IOException, TimeoutException, TrustStoreException, InterruptedException {
        SSLContext tls = server.secure() ? Trust.context(request.tls()) : null;
        Channel channel = connect(tls);
        phase = ConnectPhase.ANSWER;
        FrameLog log = new FrameLog(request.limits().transcriptFrames());
        WireWriter writer = new WireWriter(channel, log);
        Upgrade upgrade = new Upgrade(request, intake, channel, writer, deadline);
        Reception reception = new Reception(channel, request.limits(), writer, log);
        Session tyrus = upgrade.shakeHands(reception);
        if (tyrus == null) {
            return Objects.requireNonNull(upgrade.rejection());
        }
        Intake.Answer answer = upgrade.answer();
        reception.open(tyrus, answer.atNanos(), upgrade.compression());
        intake.frames(channel, reception);
        HttpHead head = answer.head();
        HandshakeResponse response = new HandshakeResponse(head.status(), head.headers());
        return new ConnectOutcome.Opened(new LiveSession(
                tyrus,
                response,
                reception,
                channel,
                intake.ended(),
                request.limits().idleTime()));
    }

    private Channel connect(@Nullable SSLContext tls) throws IOException, TimeoutException, InterruptedException {
        IOException failure = new ConnectException("no address for " + server.host());
        for (InetAddress address : Wait.await(resolver.addresses(server.host()), deadline)) {
            intake = new Intake(request.limits().handshakeBytes());
            ChannelListener listener = tls == null ? intake : new TlsLayer(engine(tls), intake);
            tcp = loop.connect(
                    new InetSocketAddress(address, server.port()),
                    new Milestone(() -> phase = server.secure() ? ConnectPhase.TLS : ConnectPhase.ANSWER, listener));
            try {
                return Wait.await(intake.connected(), deadline);
            } catch (IOException e) {
                if (phase != ConnectPhase.CONNECT) {
                    throw e;
                }
                failure = e;
            }
        }
        throw failure;
    }

    private SSLEngine engine(SSLContext tls) {
        SSLEngine engine = tls.createSSLEngine(server.host(), server.port());
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
        return engine;
    }
}
