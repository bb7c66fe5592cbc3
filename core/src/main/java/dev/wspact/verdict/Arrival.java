package dev.wspact.verdict;

import java.util.Objects;

/**
 * Messages of one type that arrived, counted.
 *
 * @param type the value of the discriminator, or a description such as {@code text} where there is none
 * @param count how many arrived
 * @param sample the first of them, shortened
 */
public record Arrival(String type, long count, String sample) {
    /** Rejects missing parts. */
    public Arrival {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(sample, "sample");
    }
}
