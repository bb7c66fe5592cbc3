package dev.wspact.example.token;

import java.time.Instant;

/**
 * What a client proved about itself.
 *
 * @param user whom it speaks for
 * @param expires when it has to prove itself again
 */
public record Token(String user, Instant expires) {}
