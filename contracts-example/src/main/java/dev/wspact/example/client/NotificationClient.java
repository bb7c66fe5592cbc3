package dev.wspact.example.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Listens to one topic of the notification service. When the connection breaks it comes back after its {@link Backoff}, and
 * asks for what it has missed. A token that the service does not accept, or no longer, ends it. Any thread may close it.
 */
public final class NotificationClient implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int TOKEN_EXPIRED = 4001;
    private static final int UNAUTHORIZED = 401;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final ObjectMapper json = new ObjectMapper();
    /** The one thread on which everything below is read and written. */
    private final ScheduledThreadPoolExecutor events = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "notifications");
        thread.setDaemon(true);
        return thread;
    });

    private final URI server;
    private final @Nullable String token;
    private final String topic;
    private final Backoff backoff;
    private final Subscriber subscriber;

    private CompletableFuture<WebSocket> connection = new CompletableFuture<>();
    private boolean closed;
    private int failures;
    private long last;

    private NotificationClient(
            URI server, @Nullable String token, String topic, Backoff backoff, Subscriber subscriber) {
        this.server = server.resolve("/notifications");
        this.token = token;
        this.topic = topic;
        this.backoff = backoff;
        this.subscriber = subscriber;
        // what still happens to a client that is closed interests nobody
        events.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        events.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /**
     * Connects, now and whenever the connection breaks, until it is closed.
     *
     * @param server {@code ws://host:port}
     * @param token what the user identifies itself with; null for an anonymous one
     */
    public static NotificationClient open(
            URI server, @Nullable String token, String topic, Backoff backoff, Subscriber subscriber) {
        NotificationClient client = new NotificationClient(server, token, topic, backoff, subscriber);
        client.events.execute(client::connect);
        return client;
    }

    /** Closes the connection with 1000; nothing is told any more. */
    @Override
    public void close() {
        events.execute(() -> {
            closed = true;
            hangUp();
        });
    }

    private void connect() {
        WebSocket.Builder builder =
                http.newWebSocketBuilder().connectTimeout(CONNECT_TIMEOUT).subprotocols("v1.notify");
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        Connection listener = new Connection(
                text -> events.execute(() -> handle(text)),
                (code, reason) -> events.execute(() -> ended(code, reason)));
        connection = builder.buildAsync(server, listener);
        CompletableFuture<WebSocket> unused = connection.whenComplete((opened, failure) -> events.execute(() -> {
            if (failure == null) {
                subscribe(opened);
            } else {
                notOpened(failure);
            }
        }));
    }

    private void subscribe(WebSocket opened) {
        ObjectNode subscribe = json.createObjectNode().put("type", "subscribe").put("topic", topic);
        if (last > 0) {
            subscribe.put("after", last);
        }
        // if it cannot be sent the connection is broken, of which the listener hears
        CompletableFuture<WebSocket> unused = opened.sendText(subscribe.toString(), true);
    }

    private void notOpened(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof WebSocketHandshakeException refused
                && refused.getResponse().statusCode() == UNAUTHORIZED) {
            giveUp("the service does not accept the token");
        } else {
            comeBack();
        }
    }

    private void ended(int code, String reason) {
        if (code == TOKEN_EXPIRED) {
            giveUp(reason);
        } else {
            comeBack();
        }
    }

    private void comeBack() {
        if (!closed) {
            failures++;
            ScheduledFuture<?> unused =
                    events.schedule(this::connect, backoff.after(failures).toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void giveUp(String reason) {
        if (!closed) {
            closed = true;
            hangUp();
            subscriber.ended(reason);
        }
    }

    /** Closes the connection that is open, is being opened, or has ended already. */
    private void hangUp() {
        CompletableFuture<WebSocket> unused =
                connection.thenCompose(open -> open.sendClose(WebSocket.NORMAL_CLOSURE, ""));
        events.shutdown();
    }

    private void handle(String text) {
        try {
            JsonNode message = json.readTree(text);
            switch (message.path("type").asText()) {
                case "ack" -> {
                    failures = 0;
                    subscriber.subscribed();
                }
                case "notification" -> received(json.treeToValue(message, Received.class));
                default -> {
                    // Heartbeats, and what later versions of the service send besides.
                }
            }
        } catch (JsonProcessingException e) {
            giveUp("the service sends what cannot be read: " + e.getOriginalMessage());
        }
    }

    /** One that came before is not told again: the service may send it once more after a reconnect. */
    private void received(Received notification) {
        if (!closed && notification.seq() > last) {
            last = notification.seq();
            subscriber.received(notification);
        }
    }
}
