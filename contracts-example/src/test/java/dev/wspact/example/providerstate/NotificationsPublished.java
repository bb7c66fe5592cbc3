package dev.wspact.example.providerstate;

import dev.wspact.example.websocket.Notification;
import dev.wspact.example.websocket.NotificationFeed;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Publishes as many notifications on a topic as the contract asks for, one and "news" by default. */
@Component
@Profile("provider-states")
class NotificationsPublished implements ProviderState {
    private final NotificationFeed feed;

    NotificationsPublished(NotificationFeed feed) {
        this.feed = feed;
    }

    @Override
    public String name() {
        return "notifications are published";
    }

    @Override
    public void setUp(Map<String, Object> parameters) {
        int count = ((Number) parameters.getOrDefault("count", 1)).intValue();
        String topic = (String) parameters.getOrDefault("topic", "news");
        for (int i = 1; i <= count; i++) {
            feed.publish(new Notification("n-" + i, topic, "Release " + i + " is out", 2));
        }
    }
}
