package dev.wspact.example.websocket;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Where the rest of the service hands its notifications over. */
@Component
public class NotificationFeed {
    private final Clients clients;
    private final Clock clock;

    NotificationFeed(Clients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    /** Pushes the notification to everybody who subscribed to its topic. */
    public void publish(Notification notification) {
        clients.all().forEach(client -> client.push(notification, clock.instant()));
    }
}
