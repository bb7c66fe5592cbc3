package dev.wspact.example.token;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The tokens of the configuration; the lifetime starts when one is presented. */
@Component
final class ConfiguredTokens implements Tokens {
    private final TokenProperties properties;
    private final Clock clock;

    ConfiguredTokens(TokenProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Optional<Token> find(String value) {
        return Optional.ofNullable(properties.users().get(value))
                .map(user -> new Token(user, clock.instant().plus(properties.lifetime())));
    }
}
