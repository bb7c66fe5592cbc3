package dev.wspact.internal.verification;

import dev.wspact.contract.Contract;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.ProviderState;
import dev.wspact.internal.redaction.Redaction;
import dev.wspact.internal.redaction.Secrets;
import dev.wspact.verdict.Arrival;
import dev.wspact.verdict.ConnectionRecord;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Latency;
import dev.wspact.verdict.Uncontracted;
import dev.wspact.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects what was found about one contract, tells the listener of each interaction, and makes the result of it. */
final class ContractFindings {
    private final Contract contract;
    private final Parties parties;
    private final Run run;
    private final Redaction redaction;
    private final Map<Integer, InteractionResult> results = new TreeMap<>();
    private final List<ConnectionRecord> connections = new ArrayList<>();
    private final ArrivalCounter uncontracted = new ArrivalCounter();

    ContractFindings(Contract contract, Run run) {
        this.contract = contract;
        this.parties = Parties.of(contract);
        this.run = run;
        this.redaction = Redaction.of(Secrets.and(run.options().redact()));
    }

    Parties parties() {
        return parties;
    }

    /** The number of the connection that comes next. */
    int nextConnection() {
        return connections.size() + 1;
    }

    /** A connection, and the messages on it that nobody claimed. */
    void add(@Nullable ConnectionRecord connection, List<Arrival> nobodys) {
        if (connection != null) {
            connections.add(connection);
        }
        uncontracted.addAll(nobodys);
    }

    /** The verdict on the interaction with this index. */
    void finish(int index, Verdict verdict, Claims claims) {
        Interaction interaction = contract.interactions().get(index);
        Verdict strict = run.options().strictness().messageMetadata()
                ? Metadata.strict(verdict, interaction, claims.connection(), parties)
                : verdict;
        Verdict told = interaction.pending() ? Verdicts.pending(strict) : strict;
        var result = redaction.of(new InteractionResult(
                subject(interaction), told, claims.messages(), claims.connection(), claims.latency()));
        results.put(index, result);
        run.listener().interactionFinished(result);
    }

    ContractResult result(ContractResult.Period period, List<String> notes) {
        var subject = new ContractResult.Subject(contract.consumer(), contract.provider(), contract.source(), notes);
        return redaction.of(new ContractResult(
                subject,
                List.copyOf(results.values()),
                connections,
                new Uncontracted(
                        uncontracted.arrivals(), run.options().strictness().uncontractedMessages()),
                period));
    }

    private static InteractionResult.Subject subject(Interaction interaction) {
        Collection<String> states =
                interaction.setup().states().stream().map(ProviderState::name).toList();
        return new InteractionResult.Subject(
                interaction.description(),
                interaction.key(),
                List.copyOf(states),
                interaction.expectation().type(),
                interaction.origin().place());
    }

    /**
     * What an interaction claimed.
     *
     * @param messages how many messages
     * @param connection on which connection; 0 for none
     * @param latency how long they were on their way; null if that was not measured
     */
    record Claims(long messages, int connection, @Nullable Latency latency) {
        /** Nothing, since there was no connection. */
        static final Claims NONE = new Claims(0, 0, null);

        static Claims of(Task task, int connection) {
            return new Claims(task.findings().claimed(), connection, task.latency());
        }
    }
}
