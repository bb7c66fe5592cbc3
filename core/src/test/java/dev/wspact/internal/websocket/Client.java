package dev.wspact.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.internal.time.Deadline;
import dev.wspact.message.Headers;
import dev.wspact.message.Payload;
import dev.wspact.verification.Limits;
import dev.wspact.verification.Tls;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A client under test and shorthands for it; closing it proves that none of its threads is left. */
final class Client implements AutoCloseable {
    /** Ten times what anything here takes on a slow machine; only a test that fails waits for it. */
    static final Duration LONG = Duration.ofSeconds(20);

    private final WebSocketClient client;

    Client() {
        this(new Resolver());
    }

    Client(Resolver resolver) {
        client = new WebSocketClient(resolver);
    }

    static ConnectRequest request(URI url) {
        return new ConnectRequest(url, Headers.NONE, List.of(), Tls.DEFAULT, Limits.DEFAULT);
    }

    static ConnectRequest offering(URI url, String... subprotocols) {
        return new ConnectRequest(url, Headers.NONE, List.of(subprotocols), Tls.DEFAULT, Limits.DEFAULT);
    }

    static ConnectRequest limited(URI url, int messageBytes) {
        Limits limits =
                Limits.builder().handshakeTime(LONG).messageBytes(messageBytes).build();
        return new ConnectRequest(url, Headers.NONE, List.of(), Tls.DEFAULT, limits);
    }

    static ConnectRequest with(URI url, Map<String, List<String>> headers) {
        return new ConnectRequest(url, new Headers(headers), List.of(), Tls.DEFAULT, Limits.DEFAULT);
    }

    ConnectOutcome connect(ConnectRequest request, Duration timeout) throws InterruptedException {
        return client.connect(request, Deadline.after(timeout));
    }

    ConnectOutcome connect(ConnectRequest request) throws InterruptedException {
        return connect(request, LONG);
    }

    Session open(ConnectRequest request) throws InterruptedException {
        ConnectOutcome outcome = connect(request);
        assertThat(outcome).isInstanceOf(ConnectOutcome.Opened.class);
        return ((ConnectOutcome.Opened) outcome).session();
    }

    Session open(URI url) throws InterruptedException {
        return open(request(url));
    }

    /** The next event that is not a ping. */
    static @Nullable SessionEvent next(Session session) throws InterruptedException {
        SessionEvent event = session.next(Deadline.after(LONG));
        while (event instanceof SessionEvent.Pinged) {
            event = session.next(Deadline.after(LONG));
        }
        return event;
    }

    static Payload nextPayload(Session session) throws InterruptedException {
        SessionEvent event = next(session);
        assertThat(event).isInstanceOf(SessionEvent.Arrived.class);
        return ((SessionEvent.Arrived) event).message().payload();
    }

    @Override
    public void close() {
        client.close();
        for (Thread thread : threads()) {
            try {
                thread.join(LONG.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        assertThat(threads()).as("threads left behind").isEmpty();
    }

    /** The threads of any client, and any that Tyrus may have started. */
    static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("wspact-")
                        || thread.getName().toLowerCase(java.util.Locale.ROOT).contains("tyrus")
                        || thread.getName().contains("Grizzly"))
                .collect(Collectors.toSet());
    }
}
