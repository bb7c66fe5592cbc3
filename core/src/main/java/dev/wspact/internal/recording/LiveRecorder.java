package dev.wspact.internal.recording;

import dev.wspact.internal.redaction.Secrets;
import dev.wspact.internal.time.Deadline;
import dev.wspact.internal.tls.TlsSetupException;
import dev.wspact.internal.websocket.ConnectOutcome;
import dev.wspact.internal.websocket.ConnectRequest;
import dev.wspact.internal.websocket.Relay;
import dev.wspact.internal.websocket.Route;
import dev.wspact.internal.websocket.Session;
import dev.wspact.internal.websocket.SessionEvent;
import dev.wspact.internal.websocket.WebSocketClient;
import dev.wspact.message.Headers;
import dev.wspact.message.Payload;
import dev.wspact.verification.RecordedTraffic;
import dev.wspact.verification.RecordingPlan;
import dev.wspact.verification.VerificationOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Records traffic that is no verification: of a connection of its own, or of a relay. */
public final class LiveRecorder {
    private static final Duration FOREVER = Duration.ofDays(365);
    private static final String SUBPROTOCOL = "Sec-WebSocket-Protocol";

    private final VerificationOptions options;
    private final Path file;

    /**
     * A recorder.
     *
     * @throws IllegalArgumentException if there is no file to record to
     */
    public LiveRecorder(VerificationOptions options, @Nullable Path file) {
        if (file == null) {
            throw new IllegalArgumentException("the options do not say where to record to: set recordTo");
        }
        this.options = options;
        this.file = file;
    }

    /** Records a connection of its own. */
    public RecordedTraffic connect(RecordingPlan plan) throws IOException {
        try (RecordingWriter writer = writer();
                WebSocketClient client = new WebSocketClient()) {
            return connect(client, writer, plan);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new RecordedTraffic(0, 0, "it was interrupted");
        }
    }

    private RecordedTraffic connect(WebSocketClient client, RecordingWriter writer, RecordingPlan plan)
            throws IOException, InterruptedException {
        Headers own = supplied();
        ConnectRequest request = new ConnectRequest(
                options.url(),
                own,
                plan.subprotocols(),
                new Route(options.tls(), options.proxy(), options.followRedirects(), Secrets.and(options.redact())),
                options.limits(),
                options.compression());
        ConnectOutcome outcome =
                client.connect(request, Deadline.after(options.limits().handshakeTime()));
        URI url = request.url();
        if (outcome instanceof ConnectOutcome.Redirected redirected) {
            url = redirected.url();
            outcome = redirected.outcome();
        }
        Headers fields = plan.subprotocols().isEmpty()
                ? own
                : own.overriddenBy(new Headers(Map.of(SUBPROTOCOL, List.of(String.join(", ", plan.subprotocols())))));
        var opening = new RecordedConnection.Request(0, url, fields, null);
        if (outcome instanceof ConnectOutcome.Opened opened) {
            Session live = opened.session();
            int connection = writer.handshake(
                    opening,
                    new RecordedConnection.Answer(
                            live.handshake(), null, live.history().opened()));
            try (Session session = new NotedSession(live, writer, connection)) {
                return listen(session, plan);
            }
        }
        return refused(writer, opening, outcome);
    }

    private Headers supplied() throws IOException {
        try {
            return options.headers().headersFor(List.of(), List.of());
        } catch (Exception e) {
            // the caller's code may throw whatever it likes
            throw new IOException("the header fields of the opening handshake could not be supplied: " + e, e);
        }
    }

    private static RecordedTraffic refused(
            RecordingWriter writer, RecordedConnection.Request opening, ConnectOutcome outcome) {
        if (outcome instanceof ConnectOutcome.Refused refused) {
            writer.handshake(opening, new RecordedConnection.Answer(refused.response(), outcome, null));
            return new RecordedTraffic(
                    0,
                    0,
                    "the server refused the connection with "
                            + refused.response().status());
        }
        if (outcome instanceof ConnectOutcome.Unsound unsound) {
            writer.handshake(opening, new RecordedConnection.Answer(unsound.response(), outcome, null));
            return new RecordedTraffic(
                    0,
                    0,
                    "the answer to the opening handshake is unsound: " + unsound.rule() + " is " + unsound.actual()
                            + " instead of " + unsound.expected());
        }
        writer.handshake(opening, new RecordedConnection.Answer(null, outcome, null));
        return new RecordedTraffic(
                0,
                0,
                outcome instanceof ConnectOutcome.Unreachable unreachable
                        ? unreachable.problem()
                        : "there was no connection");
    }

    private RecordedTraffic listen(Session session, RecordingPlan plan) {
        Deadline end = Deadline.after(plan.duration().isZero() ? FOREVER : plan.duration());
        long messages = 0;
        try {
            for (String text : plan.send()) {
                session.send(
                        new Payload.Text(text),
                        Deadline.after(options.timeout()).orSooner(end));
                messages++;
            }
            while (plan.messages() == 0 || messages < plan.messages()) {
                SessionEvent event = session.next(end);
                if (event == null) {
                    return new RecordedTraffic(1, messages, "the time is over");
                }
                if (event instanceof SessionEvent.Arrived) {
                    messages++;
                } else if (!(event instanceof SessionEvent.Pinged)) {
                    return new RecordedTraffic(1, messages, ended(event));
                }
            }
            return new RecordedTraffic(1, messages, "enough messages were recorded");
        } catch (IOException e) {
            return new RecordedTraffic(1, messages, "a message could not be sent: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new RecordedTraffic(1, messages, "it was interrupted");
        }
    }

    private static String ended(SessionEvent event) {
        if (event instanceof SessionEvent.Closed closed) {
            return "the server closed the connection with " + closed.status();
        }
        return event instanceof SessionEvent.Abandoned abandoned
                ? abandoned.problem()
                : "the server broke the protocol";
    }

    /** Records what goes through a relay. */
    public RecordedTraffic relay(int port, RecordingPlan plan, IntConsumer listening) throws IOException {
        if (options.proxy() != null && options.proxy().covers(options.url().getHost())) {
            throw new IOException("the server is behind an HTTP proxy, through which recording as a proxy does not go");
        }
        try (RecordingWriter writer = writer()) {
            RelayNotes notes = new RelayNotes(writer, plan.messages());
            try (Relay relay = Relay.start(port, options.url(), options.tls(), options.limits(), notes)) {
                listening.accept(relay.port());
                boolean enough = notes.await(plan.duration().isZero() ? FOREVER : plan.duration());
                return notes.traffic(enough ? "enough messages were recorded" : "the time is over");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return notes.traffic("it was interrupted");
            } finally {
                notes.stop();
            }
        } catch (TlsSetupException e) {
            throw new IOException(e.problem() + ". " + e.remedy(), e);
        }
    }

    private RecordingWriter writer() throws IOException {
        return RecordingWriter.create(file, MessageRedaction.of(options.redact(), options.redactFields()));
    }
}
