package dev.wspact.example.providerstate;

import dev.wspact.example.websocket.Notification;
import dev.wspact.example.websocket.NotificationFeed;
import java.util.Map;

/** Publishes some notifications the moment it is set up: a contract runs it after it has subscribed. */
final class NotificationsPublished implements ProviderState {
    private final String name;
    private final int count;
    private final NotificationFeed feed;

    NotificationsPublished(String name, int count, NotificationFeed feed) {
        this.name = name;
        this.count = count;
        this.feed = feed;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void setUp(Map<String, Object> parameters) {
        String topic = (String) parameters.getOrDefault("topic", "news");
        for (int i = 1; i <= count; i++) {
            feed.publish(new Notification("n-" + i, topic, "Release " + i + " is out", 2));
        }
    }
}
