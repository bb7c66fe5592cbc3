package dev.wspact.junit5.internal.provider;

import dev.wspact.verdict.ConnectionRecord;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Uncontracted;
import dev.wspact.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** One result of a contract, made of those of its interactions, each of which was verified by a test of its own. */
public final class CombinedResult {
    private CombinedResult() {}

    /** Both results of one contract as one, in which connections are numbered through. */
    public static ContractResult of(ContractResult first, ContractResult second) {
        ContractResult later = renumbered(
                second,
                first.connections().stream()
                        .mapToInt(ConnectionRecord::number)
                        .max()
                        .orElse(0));
        return new ContractResult(
                first.subject(),
                both(first.interactions(), later.interactions()),
                both(first.connections(), later.connections()),
                new Uncontracted(
                        both(
                                first.uncontracted().arrivals(),
                                later.uncontracted().arrivals()),
                        first.uncontracted().failing() || later.uncontracted().failing()),
                period(first.period(), later.period()));
    }

    private static ContractResult.Period period(ContractResult.Period one, ContractResult.Period other) {
        Instant started = one.started().isBefore(other.started()) ? one.started() : other.started();
        Instant ended = Stream.of(one, other)
                .map(period -> period.started().plus(period.took()))
                .max(Instant::compareTo)
                .orElseThrow();
        return new ContractResult.Period(started, Duration.between(started, ended));
    }

    private static ContractResult renumbered(ContractResult result, int before) {
        return new ContractResult(
                result.subject(),
                result.interactions().stream()
                        .map(interaction -> new InteractionResult(
                                interaction.subject(),
                                interaction.verdict().accept(new Renumbering(before)),
                                interaction.messages(),
                                number(interaction.connection(), before),
                                interaction.latency()))
                        .toList(),
                result.connections().stream()
                        .map(connection -> new ConnectionRecord(
                                number(connection.number(), before),
                                connection.url(),
                                connection.request(),
                                connection.handshake(),
                                connection.transcript(),
                                connection.close(),
                                connection.closedBy(),
                                connection.judgments()))
                        .toList(),
                result.uncontracted(),
                result.period());
    }

    /** A connection's number behind so many others; 0 stands for none. */
    private static int number(int connection, int before) {
        return connection == 0 ? 0 : connection + before;
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /**
     * The same verdict about connections with other numbers.
     *
     * @param before how many connections are before them now
     */
    private record Renumbering(int before) implements Verdict.Visitor<Verdict> {
        @Override
        public Verdict passed(Verdict.Passed passed) {
            return passed;
        }

        @Override
        public Verdict failed(Verdict.Failed failed) {
            return new Verdict.Failed(
                    failed.mismatches().stream().map(this::renumbered).toList(), failed.omitted());
        }

        @Override
        public Verdict notSeen(Verdict.NotSeen notSeen) {
            return notSeen;
        }

        @Override
        public Verdict errored(Verdict.Errored errored) {
            return errored;
        }

        @Override
        public Verdict pending(Verdict.Pending pending) {
            return new Verdict.Pending(pending.underneath().accept(this));
        }

        private Mismatch renumbered(Mismatch mismatch) {
            Mismatch.Address address = mismatch.address();
            return new Mismatch(
                    new Mismatch.Address(
                            number(address.connection(), before),
                            address.message(),
                            address.sinceOpen(),
                            address.path(),
                            address.contract()),
                    mismatch.rule(),
                    mismatch.expected(),
                    mismatch.actual(),
                    mismatch.remedy());
        }
    }
}
