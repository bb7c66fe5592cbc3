package dev.wspact.example.token;

import java.util.Optional;

/** Knows the tokens that clients present. */
public interface Tokens {
    /** The token with this value; empty if it is unknown. */
    Optional<Token> find(String value);
}
