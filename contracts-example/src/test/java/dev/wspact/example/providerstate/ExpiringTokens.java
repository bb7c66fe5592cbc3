package dev.wspact.example.providerstate;

import dev.wspact.example.token.Token;
import dev.wspact.example.token.Tokens;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The configured tokens, which can be made to expire at once. */
@Component
@Primary
@Profile("provider-states")
class ExpiringTokens implements Tokens {
    private final Tokens configured;
    private final Clock clock;
    private volatile boolean expireAtOnce;

    ExpiringTokens(@Qualifier("configuredTokens") Tokens configured, Clock clock) {
        this.configured = configured;
        this.clock = clock;
    }

    void expireAtOnce(boolean yes) {
        expireAtOnce = yes;
    }

    @Override
    public Optional<Token> find(String value) {
        Optional<Token> token = configured.find(value);
        return expireAtOnce ? token.map(found -> new Token(found.user(), clock.instant())) : token;
    }
}
