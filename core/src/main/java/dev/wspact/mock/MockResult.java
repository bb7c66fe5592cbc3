package dev.wspact.mock;

import dev.wspact.contract.Place;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Whether a client has really used what its contract says: every interaction was exercised, and nothing came that the
 * contract does not allow. Only then is the contract worth publishing.
 *
 * @param interactions one for each interaction, in the order of the contracts
 * @param unexpected what the client did that the contract does not allow
 * @param connections the connections, in the order in which they were opened
 * @param text all of it for people, ready to print: what is missing, what to do, and the session as it went
 */
public record MockResult(
        List<Exercise> interactions, List<Unexpected> unexpected, List<MockConnection> connections, String text) {
    /** Copies the lists. */
    public MockResult {
        interactions = List.copyOf(interactions);
        unexpected = List.copyOf(unexpected);
        connections = List.copyOf(connections);
        Objects.requireNonNull(text, "text");
    }

    /** Whether every interaction was exercised and nothing unexpected came; never true without an interaction. */
    public boolean isProven() {
        return !interactions.isEmpty()
                && unexpected.isEmpty()
                && interactions.stream().allMatch(Exercise::exercised);
    }

    /**
     * Whether the client has used one interaction.
     *
     * @param description the consumer's words for it
     * @param states names of its provider states
     * @param place where it stands in the contract
     * @param exercised whether the client has used it
     * @param expected what the client should have done, in words
     * @param actual what happened, in words
     * @param remedy what to do; empty if it was exercised
     */
    public record Exercise(
            String description,
            List<String> states,
            Place place,
            boolean exercised,
            String expected,
            String actual,
            String remedy) {
        /** Copies the list. */
        public Exercise {
            Objects.requireNonNull(description, "description");
            states = List.copyOf(states);
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(expected, "expected");
            Objects.requireNonNull(actual, "actual");
            Objects.requireNonNull(remedy, "remedy");
        }
    }

    /**
     * Something that the client did and the contract does not allow.
     *
     * @param connection 1-based number of the connection
     * @param sinceOpen when, counted from the end of the opening handshake; zero for the handshake itself
     * @param what what it did, in words
     * @param closest the interaction that comes closest; empty if there is none
     * @param differences how it differs from that
     * @param remedy what to do
     */
    public record Unexpected(
            int connection,
            Duration sinceOpen,
            String what,
            String closest,
            List<Deviation> differences,
            String remedy) {
        /** Copies the list. */
        public Unexpected {
            Objects.requireNonNull(sinceOpen, "sinceOpen");
            Objects.requireNonNull(what, "what");
            Objects.requireNonNull(closest, "closest");
            differences = List.copyOf(differences);
            Objects.requireNonNull(remedy, "remedy");
        }
    }

    /**
     * One difference between what the client did and what the contract allows.
     *
     * @param path where: a path into the message, in Pact's notation ({@code $.price}), or the part of the handshake
     * @param rule what was broken: a matching rule, a keyword of JSON Schema, or a field of the contract
     * @param expected what the contract allows, in words
     * @param actual what came, in words
     */
    public record Deviation(String path, String rule, String expected, String actual) {
        /** Rejects missing parts. */
        public Deviation {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(expected, "expected");
            Objects.requireNonNull(actual, "actual");
        }
    }
}
