package dev.wspact.example.providerstate;

import dev.wspact.example.websocket.NotificationFeed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The states that contracts name. */
@Configuration(proxyBeanMethods = false)
@Profile("provider-states")
class ProviderStates {
    @Bean
    ProviderState aNotification(NotificationFeed feed) {
        return new NotificationsPublished("a notification is published", 1, feed);
    }

    @Bean
    ProviderState threeNotifications(NotificationFeed feed) {
        return new NotificationsPublished("three notifications are published", 3, feed);
    }

    @Bean
    ProviderState expiredToken(ExpiringTokens tokens) {
        return new TokenExpiresAtOnce(tokens);
    }
}
