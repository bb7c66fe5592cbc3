package dev.wspact.internal.websocket;

import dev.wspact.internal.time.Deadline;
import dev.wspact.internal.tls.TlsContext;
import dev.wspact.internal.tls.TlsSetupException;
import dev.wspact.internal.websocket.io.Channel;
import dev.wspact.internal.websocket.io.ChannelListener;
import dev.wspact.internal.websocket.io.TlsLayer;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.verification.HttpProxy;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
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
    private final Engine engine;
    private final Deadline deadline;
    private final Duration patience;
    private Intake intake;
    private @Nullable Channel tcp;
    /** Not null until the way to the server leads through the proxy, if there is one. */
    private volatile @Nullable ProxyPhase proxied;

    private volatile ConnectPhase phase = ConnectPhase.CONNECT;
    /** Whether the server asked for a client certificate, and there is none that it would take. */
    private volatile boolean askedInVain;

    /**
     * Opens one connection by the deadline.
     *
     * @param patience how much time there was at first, for texts
     */
    Opening(ConnectRequest request, Engine engine, Deadline deadline, Duration patience) {
        this.request = request;
        this.intake = new Intake(request.limits().handshakeBytes());
        this.server = HostPort.of(request.url());
        this.engine = engine;
        this.deadline = deadline;
        this.patience = patience;
    }

    /** Opens the connection; whatever was opened is closed again if that fails. */
    ConnectOutcome perform() throws InterruptedException {
        ConnectOutcome outcome = null;
        try {
            outcome = open();
        } catch (TimeoutException e) {
            outcome = timeout();
        } catch (TlsSetupException e) {
            outcome = new ConnectOutcome.Unreachable(false, e.problem(), e.remedy());
        } catch (IOException e) {
            outcome = failure(e);
        } finally {
            if (!(outcome instanceof ConnectOutcome.Opened) && tcp != null) {
                tcp.abort();
            }
        }
        return outcome;
    }

    private ConnectOutcome open() throws IOException, TimeoutException, TlsSetupException, InterruptedException {
        SSLContext tls = server.secure() ? TlsContext.of(request.route().tls(), () -> askedInVain = true) : null;
        Channel channel = connect(tls);
        phase = ConnectPhase.ANSWER;
        FrameLog log = new FrameLog(request.limits().transcriptFrames());
        WireWriter writer = new WireWriter(channel, log, engine.maskKeys());
        Upgrade upgrade = new Upgrade(request, intake, channel, writer, deadline);
        Reception reception = new Reception(channel, request.limits(), writer, log);
        Session tyrus = upgrade.shakeHands(engine.tyrus(), reception);
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

    private ConnectOutcome timeout() {
        ProxyPhase way = proxied;
        return way == null
                ? phase.timeout(server, patience)
                : way.timeout(phase != ConnectPhase.CONNECT, ConnectPhase.text(patience));
    }

    private ConnectOutcome failure(IOException e) {
        ProxyPhase way = proxied;
        if (way != null) {
            return way.failure(e);
        }
        return askedInVain
                ? ConnectPhase.wantsCertificate(server, request.route().tls())
                : phase.failure(server, e);
    }

    private Channel connect(@Nullable SSLContext tls) throws IOException, TimeoutException, InterruptedException {
        HttpProxy named = request.route().proxy();
        HttpProxy proxy = named == null || !named.covers(server.host()) ? null : named;
        proxied = proxy == null ? null : new ProxyPhase(proxy, server);
        String host = proxy == null ? server.host() : proxy.host();
        int port = proxy == null ? server.port() : proxy.port();
        List<InetAddress> addresses = Wait.await(engine.resolver().addresses(host), deadline);
        IOException failure = new ConnectException("no address for " + host);
        for (int i = 0; i < addresses.size(); i++) {
            // an address from which nothing ever comes must not take the time of the others
            Duration share = deadline.remaining().dividedBy(addresses.size() - (long) i);
            intake = new Intake(request.limits().handshakeBytes());
            tcp = engine.loop().connect(new InetSocketAddress(addresses.get(i), port), listener(tls, proxy));
            try {
                return Wait.await(intake.connected(), Deadline.after(share));
            } catch (IOException e) {
                if (phase != ConnectPhase.CONNECT) {
                    throw e;
                }
                failure = e;
            } catch (TimeoutException e) {
                if (phase != ConnectPhase.CONNECT) {
                    return Wait.await(intake.connected(), deadline);
                }
                tcp.abort();
            }
        }
        if (deadline.hasPassed()) {
            throw new TimeoutException();
        }
        throw failure;
    }

    /** Who hears of the connection, from the wire inwards: the way through a proxy, TLS, the opening handshake. */
    private ChannelListener listener(@Nullable SSLContext tls, @Nullable HttpProxy proxy) {
        ChannelListener inner = tls == null ? intake : new TlsLayer(engine(tls), intake);
        ConnectPhase next = server.secure() ? ConnectPhase.TLS : ConnectPhase.ANSWER;
        if (proxy == null) {
            return new Milestone(() -> phase = next, inner);
        }
        ChannelListener behind = new Milestone(() -> throughProxy(next), inner);
        return new Milestone(
                () -> phase = ConnectPhase.ANSWER,
                new ProxyTunnel(proxy, server, request.limits().handshakeBytes(), behind));
    }

    private void throughProxy(ConnectPhase next) {
        proxied = null;
        phase = next;
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
