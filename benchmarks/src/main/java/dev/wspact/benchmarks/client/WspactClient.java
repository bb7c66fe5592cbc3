package dev.wspact.benchmarks.client;

import dev.wspact.internal.time.Deadline;
import dev.wspact.internal.websocket.ConnectOutcome;
import dev.wspact.internal.websocket.ConnectRequest;
import dev.wspact.internal.websocket.Session;
import dev.wspact.internal.websocket.SessionEvent;
import dev.wspact.internal.websocket.WebSocketClient;
import dev.wspact.message.Headers;
import dev.wspact.message.Payload;
import dev.wspact.verification.Limits;
import dev.wspact.verification.Tls;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Ours: the caller's thread takes the messages, as it does in a verification. */
final class WspactClient implements Client {
    private final WebSocketClient client = new WebSocketClient();

    @Override
    public Connection connect(URI url, int batch, Arrivals arrivals) throws Exception {
        ConnectRequest request = new ConnectRequest(url, Headers.NONE, List.of(), Tls.DEFAULT, Limits.DEFAULT);
        ConnectOutcome outcome = client.connect(request, Deadline.after(Duration.ofSeconds(30)));
        if (!(outcome instanceof ConnectOutcome.Opened opened)) {
            throw new IllegalStateException("not connected: " + outcome);
        }
        Session session = opened.session();
        long openedAt = System.nanoTime() - session.sinceOpen().toNanos();
        return limit -> take(session, batch, arrivals, openedAt, Deadline.after(limit));
    }

    private static void take(Session session, int batch, Arrivals arrivals, long openedAt, Deadline deadline)
            throws Exception {
        for (int i = 0; i < batch; i++) {
            SessionEvent event = session.next(deadline);
            if (event instanceof SessionEvent.Arrived arrived
                    && arrived.message().payload() instanceof Payload.Text text) {
                arrivals.arrived(
                        text.value(), openedAt + arrived.message().sinceOpen().toNanos());
            } else {
                throw new TimeoutException("after " + i + " messages of " + batch + " came " + event);
            }
        }
    }
}
