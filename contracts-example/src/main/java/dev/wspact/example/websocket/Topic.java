package dev.wspact.example.websocket;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One topic: who subscribed to it, and its last notifications, for those who come back. For one thread at a time, so that
 * nobody misses a notification between what was kept and what is new.
 */
final class Topic {
    private static final int KEPT = 100;

    private final Set<Client> subscribers = new LinkedHashSet<>();
    private final Deque<ServerMessage.Push> kept = new ArrayDeque<>();
    private long published;

    void publish(Notification notification, Instant now) {
        published++;
        ServerMessage.Push push = new ServerMessage.Push(
                notification.id(), published, notification.topic(), notification.title(), notification.priority(), now);
        kept.add(push);
        if (kept.size() > KEPT) {
            kept.remove();
        }
        subscribers.forEach(subscriber -> subscriber.send(push));
    }

    /**
     * Sends the client an acknowledgment, then what it missed, then all that comes.
     *
     * @param after the number of the last notification that the client has; null if it wants only new ones
     */
    void subscribe(Client client, String name, @Nullable Long after) {
        subscribers.add(client);
        client.send(new ServerMessage.Ack(name));
        if (after != null) {
            kept.stream().filter(push -> push.seq() > after).forEach(client::send);
        }
    }

    void leave(Client client) {
        subscribers.remove(client);
    }

    /** Whether nothing is lost without it. */
    boolean unused() {
        return published == 0 && subscribers.isEmpty();
    }
}
