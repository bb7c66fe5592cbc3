package dev.wspact.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found about one contract.
 *
 * @param subject the contract
 * @param interactions one result per interaction, in the order of the contract
 * @param connections the connections that were made for it
 * @param uncontracted messages that no interaction claims
 * @param period when it was verified
 * @param command the command that verified it, without credentials, for people who want to run it again; null if it is not
 *     known
 */
public record ContractResult(
        Subject subject,
        List<InteractionResult> interactions,
        List<ConnectionRecord> connections,
        Uncontracted uncontracted,
        Period period,
        @Nullable String command) {
    /** Copies the lists. */
    public ContractResult {
        Objects.requireNonNull(subject, "subject");
        interactions = List.copyOf(interactions);
        connections = List.copyOf(connections);
        Objects.requireNonNull(uncontracted, "uncontracted");
        Objects.requireNonNull(period, "period");
    }

    /** A result of which the command is not known. */
    public ContractResult(
            Subject subject,
            List<InteractionResult> interactions,
            List<ConnectionRecord> connections,
            Uncontracted uncontracted,
            Period period) {
        this(subject, interactions, connections, uncontracted, period, null);
    }

    /** The same result, with the command that verified it. */
    public ContractResult withCommand(String command) {
        return new ContractResult(subject, interactions, connections, uncontracted, period, command);
    }

    /** Whether the provider may be said to honour the contract: something was judged, and nothing failed or errored. */
    public boolean successful() {
        return !interactions.isEmpty()
                && interactions.stream()
                        .map(InteractionResult::verdict)
                        .allMatch(verdict -> verdict instanceof Verdict.Passed || verdict instanceof Verdict.Pending)
                && !uncontracted.failed();
    }

    /** Whether any interaction could not be judged. */
    public boolean errored() {
        return interactions.stream().anyMatch(result -> result.verdict() instanceof Verdict.Errored);
    }

    /**
     * The contract that a result is about.
     *
     * @param consumer name of the consumer
     * @param provider name of the provider
     * @param source where it was read from
     * @param notes remarks of the reader
     */
    public record Subject(String consumer, String provider, String source, List<String> notes) {
        /** Copies the list. */
        public Subject {
            Objects.requireNonNull(consumer, "consumer");
            Objects.requireNonNull(provider, "provider");
            Objects.requireNonNull(source, "source");
            notes = List.copyOf(notes);
        }
    }

    /**
     * When a contract was verified.
     *
     * @param started the wall clock at the start
     * @param took how long it took
     */
    public record Period(Instant started, Duration took) {
        /** Rejects missing parts. */
        public Period {
            Objects.requireNonNull(started, "started");
            Objects.requireNonNull(took, "took");
        }
    }
}
