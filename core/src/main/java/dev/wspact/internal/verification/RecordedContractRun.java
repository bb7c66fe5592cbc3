package dev.wspact.internal.verification;

import dev.wspact.contract.Contract;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.Interaction;
import dev.wspact.internal.recording.Purpose;
import dev.wspact.internal.recording.RecordedConnection;
import dev.wspact.internal.recording.RecordedTime;
import dev.wspact.internal.recording.Recording;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.Verdict;
import dev.wspact.verification.VerificationListener;
import dev.wspact.verification.VerificationOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Verifies one contract by what a recording shows, connection after connection. */
final class RecordedContractRun {
    private final Contract contract;
    private final Recording recording;
    private final VerificationOptions options;
    private final VerificationListener listener;
    private final RecordedTime time = new RecordedTime();
    private final Surroundings surroundings;
    private final Belonging belonging;
    private final ContractFindings findings;
    private final Map<Integer, List<PlayedConnection.Found>> found = new TreeMap<>();

    RecordedContractRun(
            Contract contract, Recording recording, VerificationOptions options, VerificationListener listener) {
        this.contract = contract;
        this.recording = recording;
        this.options = options;
        this.listener = listener;
        this.surroundings = Playing.surroundings(time);
        this.belonging = new Belonging(contract, recording, options);
        this.findings = new ContractFindings(contract, run(options.timeout()));
    }

    ContractResult run(InstantSource wallClock) {
        listener.contractStarted(contract);
        var started = wallClock.instant();
        Run run = run(options.timeout());
        Map<Integer, Verdict> unjudgeable =
                Preparation.of(contract.interactions(), findings.parties(), run).verdicts();
        for (RecordedConnection connection : recording.connections()) {
            play(connection, index -> !unjudgeable.containsKey(index) && isShownBy(connection, index));
        }
        for (RecordedConnection refused : refused()) {
            play(refused, index -> !unjudgeable.containsKey(index) && !found.containsKey(index));
        }
        for (int i = 0; i < contract.interactions().size(); i++) {
            finish(i, unjudgeable.get(i));
        }
        ContractResult result = findings.result(
                new ContractResult.Period(started, Duration.between(started, wallClock.instant())), notes());
        listener.contractFinished(result);
        return result;
    }

    /** Where nobody has prepared anything, a refusal counts for a connection that is relied on only if none was opened. */
    private boolean isShownBy(RecordedConnection connection, int index) {
        return belonging.purposeful()
                || connection.answer().failure() == null
                || contract.interactions().get(index).expectation() instanceof Expectation.Handshake;
    }

    private List<RecordedConnection> refused() {
        return belonging.purposeful()
                ? List.of()
                : recording.connections().stream()
                        .filter(connection -> connection.answer().failure() != null)
                        .toList();
    }

    private void play(RecordedConnection connection, Predicate<Integer> picked) {
        List<Integer> indexes = belonging.of(connection).stream().filter(picked).toList();
        if (indexes.isEmpty()) {
            return;
        }
        Purpose purpose = connection.request().purpose();
        Duration timeout = belonging.purposeful() && purpose != null
                ? purpose.timeout()
                : connection.watched().plusSeconds(1);
        new PlayedConnection(
                        connection,
                        findings.nextConnection(),
                        belonging.purposeful(),
                        findings.parties(),
                        run(timeout),
                        options.timeout())
                .judge(contract, indexes, findings, time)
                .forEach(one -> found.computeIfAbsent(one.index(), index -> new ArrayList<>())
                        .add(one));
    }

    private Run run(Duration timeout) {
        return new Run(options.toBuilder().timeout(timeout).build(), listener, surroundings, time);
    }

    private void finish(int index, @Nullable Verdict unjudgeable) {
        List<PlayedConnection.Found> all = found.getOrDefault(index, List.of());
        if (unjudgeable != null || all.isEmpty()) {
            findings.finish(
                    index,
                    Objects.requireNonNullElseGet(unjudgeable, () -> nothing(index)),
                    ContractFindings.Claims.NONE);
            return;
        }
        PlayedConnection.Found decisive = decisive(all);
        long messages = all.stream().mapToLong(one -> one.claims().messages()).sum();
        findings.finish(
                index,
                decisive.verdict(),
                new ContractFindings.Claims(
                        messages,
                        decisive.claims().connection(),
                        decisive.claims().latency()));
    }

    /**
     * What was found on one connection, or for one request, stands for all: a break if there is one; or else that it was as
     * agreed; or else why nothing can be said. An unanswered request is a break, even if others were answered.
     */
    private PlayedConnection.Found decisive(List<PlayedConnection.Found> all) {
        boolean exchange =
                contract.interactions().get(all.get(0).index()).expectation() instanceof Expectation.Exchange;
        PlayedConnection.Found decisive = all.get(0);
        for (PlayedConnection.Found one : all) {
            if (rank(one.verdict(), exchange) < rank(decisive.verdict(), exchange)) {
                decisive = one;
            }
        }
        return decisive;
    }

    private static int rank(Verdict verdict, boolean exchange) {
        if (verdict instanceof Verdict.Failed) {
            return 0;
        }
        if (verdict instanceof Verdict.NotSeen) {
            return exchange ? 1 : 4;
        }
        return verdict instanceof Verdict.Passed ? 2 : 3;
    }

    /** No recorded connection says anything of the interaction, which is never green. */
    private Verdict nothing(int index) {
        Interaction interaction = contract.interactions().get(index);
        return new Verdict.NotSeen(
                "traffic of \"" + interaction.description() + "\" in " + recording.source() + ": "
                        + (belonging.purposeful()
                                ? "the verifier that made the recording did not know this interaction"
                                : "no connection on its channel on which the client sends what the contract has it send"
                                        + " (the recording has " + channels() + ")"),
                recording.connections().stream()
                        .map(RecordedConnection::watched)
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO),
                List.of(),
                "record a connection of " + contract.consumer() + " on this channel, or correct \"channel\" and"
                        + " \"send\" of the interaction; where the recorded paths begin with more than the contract"
                        + " says, name that as wspact.url");
    }

    private String channels() {
        List<String> paths = recording.connections().stream()
                .map(connection -> Address.withoutQuery(connection.request().url()))
                .distinct()
                .toList();
        int shown = Math.min(5, paths.size());
        return String.join(", ", paths.subList(0, shown))
                + (paths.size() > shown ? " and " + (paths.size() - shown) + " more" : "");
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("judged from the recording " + recording.source() + ", not on a running server"
                + (belonging.purposeful()
                        ? ""
                        : "; provider states and the times that count from them were not known"));
        notes.addAll(contract.notes());
        notes.addAll(Notes.aboutMetadata(contract));
        return notes;
    }
}
