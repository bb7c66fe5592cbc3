package dev.wspact.internal.verification;

import dev.wspact.contract.Contract;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.ProviderState;
import dev.wspact.internal.redaction.Redaction;
import dev.wspact.internal.redaction.Secrets;
import dev.wspact.verdict.ConnectionRecord;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Uncontracted;
import dev.wspact.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Verifies one contract, connection after connection, since provider states are global. */
final class ContractRun {
    private final Contract contract;
    private final Parties parties;
    private final Run run;
    private final Redaction redaction;
    private final Map<Integer, InteractionResult> results = new TreeMap<>();
    private final List<ConnectionRecord> connections = new ArrayList<>();
    private final ArrivalCounter uncontracted = new ArrivalCounter();

    ContractRun(Contract contract, Run run) {
        this.contract = contract;
        this.parties = Parties.of(contract);
        this.run = run;
        this.redaction = Redaction.of(Secrets.and(run.options().redact()));
    }

    ContractResult run() {
        run.listener().contractStarted(contract);
        Instant started = run.wallClock().instant();
        long startedNanos = run.surroundings().nanoClock().getAsLong();
        verify();
        Duration took = Duration.ofNanos(run.surroundings().nanoClock().getAsLong() - startedNanos);
        var subject = new ContractResult.Subject(
                contract.consumer(), contract.provider(), contract.source(), Notes.of(contract, run.options()));
        var result = redaction.of(new ContractResult(
                subject,
                List.copyOf(results.values()),
                connections,
                new Uncontracted(
                        uncontracted.arrivals(), run.options().strictness().uncontractedMessages()),
                new ContractResult.Period(started, took)));
        run.listener().contractFinished(result);
        return result;
    }

    private void verify() {
        Preparation preparation = Preparation.of(contract.interactions(), parties, run);
        preparation.verdicts().forEach((index, verdict) -> finish(index, verdict, 0, null));
        for (Plan.Group group : Plan.of(preparation.tasks(), run.options().triggerStates())) {
            if (run.interrupted()) {
                group.tasks().forEach(task -> finish(task.index(), run.interrupt(task.awaited()), 0, null));
            } else {
                finish(new GroupRun(group, connections.size() + 1, parties, run).run());
            }
        }
    }

    private void finish(GroupResult result) {
        ConnectionRecord connection = result.connection();
        if (connection != null) {
            connections.add(connection);
        }
        uncontracted.addAll(result.uncontracted());
        for (int i = 0; i < result.tasks().size(); i++) {
            Task task = result.tasks().get(i);
            finish(task.index(), result.verdicts().get(i), connection == null ? 0 : connection.number(), task);
        }
    }

    private void finish(int index, Verdict verdict, int connection, @Nullable Task task) {
        Interaction interaction = contract.interactions().get(index);
        Verdict strict = run.options().strictness().messageMetadata()
                ? Metadata.strict(verdict, interaction, connection, parties)
                : verdict;
        Verdict told = interaction.pending() ? Verdicts.pending(strict) : strict;
        var result = redaction.of(new InteractionResult(
                subject(interaction),
                told,
                task == null ? 0 : task.findings().claimed(),
                connection,
                task == null ? null : task.latency()));
        results.put(index, result);
        run.listener().interactionFinished(result);
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
}
