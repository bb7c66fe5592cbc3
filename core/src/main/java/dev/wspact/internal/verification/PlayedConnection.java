package dev.wspact.internal.verification;

import dev.wspact.contract.Contract;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.Setup;
import dev.wspact.internal.matching.UnjudgeableException;
import dev.wspact.internal.recording.PlayedSession;
import dev.wspact.internal.recording.RecordedConnection;
import dev.wspact.internal.recording.RecordedEvent;
import dev.wspact.internal.recording.RecordedTime;
import dev.wspact.internal.redaction.Secrets;
import dev.wspact.internal.websocket.ConnectOutcome;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Direction;
import dev.wspact.message.Headers;
import dev.wspact.verdict.ConnectionRecord;
import dev.wspact.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Judges one recorded connection, by the classifier and the watches that judge a live one, on the time of the recording. All
 * interactions that it can say something of are judged in one go.
 */
final class PlayedConnection implements Bystander {
    /** How many times one request may be found again on a connection; the responses to further ones are not judged. */
    private static final int MOST_REQUESTS = 10_000;

    private final RecordedConnection recorded;
    private final int number;
    private final boolean purposeful;
    private final Parties parties;
    private final Run run;
    private final Duration patience;
    private final Redactions redactions;
    private final List<Task> tasks = new ArrayList<>();
    private final Map<Setup, PlayedSetup> setups = new LinkedHashMap<>();
    private final List<Found> found = new ArrayList<>();

    /**
     * A connection to be judged.
     *
     * @param number its number in the result
     * @param purposeful whether a verifier has recorded it
     * @param run on the time of the recording
     * @param patience how long a verifier would wait where the contract does not say
     */
    PlayedConnection(
            RecordedConnection recorded, int number, boolean purposeful, Parties parties, Run run, Duration patience) {
        this.recorded = recorded;
        this.number = number;
        this.purposeful = purposeful;
        this.parties = parties;
        this.run = run;
        this.patience = patience;
        this.redactions = new Redactions(recorded);
    }

    /**
     * What was found on it about one interaction.
     *
     * @param index the interaction's, in the contract
     */
    record Found(int index, Verdict verdict, ContractFindings.Claims claims) {}

    /** Judges the interactions with these indexes, each of which can be judged. */
    List<Found> judge(Contract contract, List<Integer> indexes, ContractFindings findings, RecordedTime time) {
        List<Task> prepared = prepared(contract, indexes);
        ConnectOutcome failure = recorded.answer().failure();
        if (failure != null) {
            var purpose = recorded.request().purpose();
            NotOpen notOpen = new NotOpen(failure, number, purposeful && purpose != null && purpose.credentials());
            prepared.forEach(task -> find(task, notOpen.verdict(task, parties)));
            findings.add(notOpen.record(recorded.request().url()).withRequest(asked()), List.of());
            return found;
        }
        for (Task task : prepared) {
            Verdict notShown = notShown(task);
            if (notShown != null) {
                find(task, notShown);
            } else if (task.handshake() != null) {
                find(
                        task,
                        task.handshake()
                                .verdict(
                                        Objects.requireNonNull(recorded.answer().response()), null, number, false));
            } else {
                watch(task);
            }
        }
        play(findings, time);
        return found;
    }

    private List<Task> prepared(Contract contract, List<Integer> indexes) {
        List<Task> prepared = new ArrayList<>();
        Preparation preparation = Preparation.of(
                indexes.stream()
                        .map(index -> contract.interactions().get(index))
                        .map(interaction -> purposeful ? interaction : Unprepared.of(interaction))
                        .toList(),
                parties,
                run);
        for (Task task : preparation.tasks()) {
            prepared.add(new Task(indexes.get(task.index()), task.interaction(), task.watch(), task.handshake()));
        }
        return prepared;
    }

    /** The verdict where the recording cannot show what the interaction is about; null if it can. */
    private @Nullable Verdict notShown(Task task) {
        if (recorded.answer().response() == null
                && (task.handshake() != null
                        || !task.interaction().setup().channel().subprotocols().isEmpty())) {
            return notCheckable("the answer to the opening handshake is not in it");
        }
        if (recorded.wire()) {
            return null;
        }
        if (task.watch() instanceof CloseWatch) {
            return notCheckable("a HAR file does not say how a connection was closed");
        }
        return task.interaction().expectation() instanceof Expectation.Push push && push.heartbeat() != null
                ? notCheckable("a HAR file does not show pings")
                : null;
    }

    static Verdict.Errored notCheckable(String why) {
        return new Verdict.Errored(
                "not checkable from a recording: " + why,
                "verify against the running server, or play a recording that wspact has made (wspact:record,"
                        + " wspact.recordTo)");
    }

    private void watch(Task task) {
        Watch watch = Objects.requireNonNull(task.watch());
        Verdict subprotocol = recorded.answer().response() == null
                ? null
                : Outcomes.subprotocol(recorded.answer().response(), task.interaction(), parties, number);
        if (subprotocol != null) {
            find(task, subprotocol);
            return;
        }
        PlayedSetup setup = setups.get(task.interaction().setup());
        if (setup == null) {
            setup = new PlayedSetup(task.interaction().setup(), purposeful);
            setups.put(task.interaction().setup(), setup);
        }
        if (watch instanceof ExchangeWatch exchange) {
            watch(task, exchange, setup);
        } else if (purposeful || stepsOccur(task.interaction().setup())) {
            tasks.add(task);
            setup.add(watch);
        }
    }

    private void watch(Task task, ExchangeWatch exchange, PlayedSetup setup) {
        SentContents request;
        try {
            request = SentContents.of(Candidate.of(exchange.exchange().request(), false, run.surroundings()));
        } catch (UnjudgeableException e) {
            find(task, Verdicts.notCheckable(e));
            return;
        }
        long times = purposeful ? 1 : Math.min(MOST_REQUESTS, occurrences(request));
        ExchangeWatch next = exchange;
        for (long i = 0; i < times; i++) {
            tasks.add(Task.of(task.index(), next));
            setup.add(next, request);
            next = exchange.again();
        }
    }

    private long occurrences(SentContents contents) {
        return sent().stream()
                .filter(message -> contents.fits(message, redactions.of(message)))
                .count();
    }

    /** Whether the client has sent all that the setup has it send, in that order. */
    private boolean stepsOccur(Setup setup) {
        int done = 0;
        for (CapturedMessage message : sent()) {
            if (done < setup.send().size()
                    && SentContents.of(setup.send().get(done)).fits(message, redactions.of(message))) {
                done++;
            }
        }
        return done == setup.send().size();
    }

    private List<CapturedMessage> sent() {
        List<CapturedMessage> sent = new ArrayList<>();
        for (RecordedEvent event : recorded.events()) {
            if (event instanceof RecordedEvent.Message message
                    && message.captured().direction() == Direction.SENT) {
                sent.add(message.captured());
            }
        }
        return sent;
    }

    private void play(ContractFindings findings, RecordedTime time) {
        List<Watch> watches =
                tasks.stream().map(Task::watch).map(Objects::requireNonNull).toList();
        PlayedSession session = new PlayedSession(recorded, time);
        Listening listening = new Listening(session, number, GroupRun.classifier(watches, run), this, run);
        setups.values().forEach(PlayedSetup::open);
        Duration end = recorded.watched();
        try {
            while (!listening.ended() && listening.take(end, () -> {})) {
                setups.values().forEach(setup -> setup.expire(listening.upTo()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("playing a recording waits for nothing", e);
        }
        listening.finish();
        for (Task task : tasks) {
            judge(task, listening.ending());
        }
        ConnectionRecord record =
                asSeen(listening.close(recorded.request().url())).withRequest(asked());
        findings.add(record, watches.isEmpty() ? List.of() : listening.uncontracted());
    }

    /** A HAR file has every header field, also those that are secret. */
    private Headers asked() {
        return Secrets.and(run.options().redact()).masked(recorded.request().headers());
    }

    /** Of an end that nobody saw nothing is said. A verifier has seen all that it needs. */
    private ConnectionRecord asSeen(ConnectionRecord record) {
        boolean seen = recorded.events().stream().anyMatch(RecordedEvent.Closed.class::isInstance);
        return seen || purposeful
                ? record
                : new ConnectionRecord(
                        record.number(),
                        record.url(),
                        record.handshake(),
                        record.transcript(),
                        null,
                        null,
                        record.judgments());
    }

    private void judge(Task task, Ending ending) {
        Watch watch = Objects.requireNonNull(task.watch());
        if (!purposeful && watch instanceof ExchangeWatch exchange && exchange.waitsToBeSent()) {
            return;
        }
        PlayedSetup setup =
                Objects.requireNonNull(setups.get(watch.interaction().setup()));
        Ending end = setup.ending(ending, run.options().timeout(), parties);
        GroupRun.addViolation(watch, end);
        Verdict verdict = redactions.withoutRedacted(watch.verdict(end));
        find(
                task,
                purposeful
                        ? verdict
                        : Unprepared.told(verdict, watch, end, run.options().timeout(), patience));
    }

    private void find(Task task, Verdict verdict) {
        found.add(new Found(task.index(), verdict, ContractFindings.Claims.of(task, number)));
    }

    @Override
    public void ping(Duration at) {
        tasks.forEach(task -> Objects.requireNonNull(task.watch()).ping(at));
    }

    @Override
    public void sent(CapturedMessage message) {
        setups.values().forEach(setup -> setup.sent(message, redactions.of(message)));
    }

    @Override
    public void ready(Duration at) {
        setups.values().forEach(setup -> setup.ready(at));
    }

    @Override
    public boolean awaits(Incoming message) {
        boolean awaited = false;
        for (PlayedSetup setup : setups.values()) {
            awaited |= setup.awaits(message);
        }
        return awaited;
    }
}
