package dev.wspact.example.providerstate;

import java.util.Map;

/** Lets every session that is opened meanwhile expire the moment it is open. */
final class TokenExpiresAtOnce implements ProviderState {
    private final ExpiringTokens tokens;

    TokenExpiresAtOnce(ExpiringTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public String name() {
        return "the token expires at once";
    }

    @Override
    public void setUp(Map<String, Object> parameters) {
        tokens.expireAtOnce(true);
    }

    @Override
    public void tearDown() {
        tokens.expireAtOnce(false);
    }
}
