package dev.wspact.example.websocket;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Where the rest of the service hands its notifications over. Any thread may. */
@Component
public class NotificationFeed {
    private final Map<String, Topic> topics = new HashMap<>();
    private final Clock clock;

    NotificationFeed(Clock clock) {
        this.clock = clock;
    }

    /** Pushes the notification to everybody who subscribed to its topic. */
    public synchronized void publish(Notification notification) {
        topic(notification.topic()).publish(notification, clock.instant());
    }

    synchronized void subscribe(Client client, ClientMessage.Subscribe subscription) {
        topic(subscription.topic()).subscribe(client, subscription.topic(), subscription.after());
    }

    synchronized void leave(Client client) {
        topics.values().forEach(topic -> topic.leave(client));
        topics.values().removeIf(Topic::unused);
    }

    private Topic topic(String name) {
        return topics.computeIfAbsent(name, created -> new Topic());
    }
}
