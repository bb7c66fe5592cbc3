package dev.wspact.example.token;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Tokens from the configuration.
 *
 * @param lifetime how long a session lasts
 * @param users the user behind each token
 */
@ConfigurationProperties("notifications.tokens")
public record TokenProperties(@DefaultValue("1h") Duration lifetime, @DefaultValue Map<String, String> users) {}
