package dev.wspact.contract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the messages of an interaction must arrive.
 *
 * @param by JSON Pointer to the value that orders them
 * @param rule how the values must follow each other
 * @param per JSON Pointer to a key; messages are ordered among those with an equal key. Null for one order over all
 */
public record MessageOrder(String by, Rule rule, @Nullable String per) {
    /** Rejects missing parts. */
    public MessageOrder {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(rule, "rule");
    }

    /** How values must follow each other. */
    public enum Rule {
        /** Never smaller than the one before. */
        INCREASING("increasing"),
        /** Always greater than the one before. */
        STRICTLY_INCREASING("strictly-increasing"),
        /** Always one more than the one before. */
        GAPLESS("gapless");

        private final String word;

        Rule(String word) {
            this.word = word;
        }

        /** The word for it in contract files. */
        public String word() {
            return word;
        }
    }
}
