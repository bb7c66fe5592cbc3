package dev.wspact.internal.verification;

import dev.wspact.contract.Interaction;
import dev.wspact.contract.ProviderState;
import dev.wspact.internal.recording.NotedSession;
import dev.wspact.internal.recording.Purpose;
import dev.wspact.internal.recording.RecordedConnection;
import dev.wspact.internal.recording.RecordingWriter;
import dev.wspact.internal.websocket.ConnectOutcome;
import dev.wspact.internal.websocket.ConnectRequest;
import dev.wspact.internal.websocket.Session;
import dev.wspact.message.Headers;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down what comes of an attempt to connect, and whatever goes over the connection then, if anybody wants that. */
final class Noting {
    private static final String SUBPROTOCOL = "Sec-WebSocket-Protocol";

    private final @Nullable RecordingWriter writer;
    private final ConnectRequest request;
    private final Purpose purpose;

    private Noting(@Nullable RecordingWriter writer, ConnectRequest request, Purpose purpose) {
        this.writer = writer;
        this.request = request;
        this.purpose = purpose;
    }

    static Noting of(Dialing dialing, Plan.Group group, Parties parties, Run run) {
        return new Noting(
                run.recording(),
                dialing.request(),
                new Purpose(
                        parties.consumer(),
                        parties.provider(),
                        group.interactions().stream().map(Noting::named).toList(),
                        dialing.addsCredentials(),
                        run.options().timeout()));
    }

    /** An interaction as a recording names it. */
    static Purpose.Named named(Interaction interaction) {
        return new Purpose.Named(
                interaction.description(),
                interaction.setup().states().stream().map(ProviderState::name).toList());
    }

    ConnectOutcome noted(ConnectOutcome outcome) {
        return writer == null ? outcome : noted(writer, outcome, request.url(), purpose);
    }

    private ConnectOutcome noted(RecordingWriter to, ConnectOutcome outcome, URI url, Purpose why) {
        if (outcome instanceof ConnectOutcome.Redirected redirected) {
            Purpose there = why.withCredentials(why.credentials() && redirected.sameOrigin());
            return new ConnectOutcome.Redirected(
                    redirected.url(),
                    redirected.sameOrigin(),
                    noted(to, redirected.outcome(), redirected.url(), there));
        }
        var opening = new RecordedConnection.Request(0, Address.shown(url), headers(), why);
        if (outcome instanceof ConnectOutcome.Opened opened) {
            Session session = opened.session();
            int connection = to.handshake(
                    opening,
                    new RecordedConnection.Answer(
                            session.handshake(), null, session.history().opened()));
            return new ConnectOutcome.Opened(new NotedSession(session, to, connection));
        }
        to.handshake(opening, answer(outcome));
        return outcome;
    }

    private static RecordedConnection.Answer answer(ConnectOutcome outcome) {
        if (outcome instanceof ConnectOutcome.Refused refused) {
            return new RecordedConnection.Answer(refused.response(), outcome, null);
        }
        if (outcome instanceof ConnectOutcome.Unsound unsound) {
            return new RecordedConnection.Answer(unsound.response(), outcome, null);
        }
        return new RecordedConnection.Answer(null, outcome, null);
    }

    private Headers headers() {
        return request.subprotocols().isEmpty()
                ? request.headers()
                : request.headers()
                        .overriddenBy(
                                new Headers(Map.of(SUBPROTOCOL, List.of(String.join(", ", request.subprotocols())))));
    }
}
