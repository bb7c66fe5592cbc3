package dev.wspact.internal.verification;

import dev.wspact.contract.Expectation;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.Receive;
import dev.wspact.internal.matching.Difference;
import dev.wspact.internal.matching.UnjudgeableException;
import dev.wspact.verdict.Latency;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Waits for a message that the server pushes, and judges every message that is meant to be it. */
final class PushWatch implements Watch {
    private final Interaction interaction;
    private final Expectation.Push push;
    private final Candidate candidate;
    private final Findings findings;
    private final Duration within;
    private final @Nullable OrderCheck order;
    private final @Nullable LatencyMeter latency;
    private final @Nullable HeartbeatCheck heartbeat;
    private final Closest closest = new Closest();
    private Duration startedAt = Duration.ZERO;
    private @Nullable Duration dueAt;
    private long own;
    private long granted;
    private long matching;
    private long brokenInTime;
    private long late;
    private @Nullable Incoming oneTooMany;

    PushWatch(
            Interaction interaction, Expectation.Push push, Candidate candidate, Findings findings, Duration timeout) {
        this.interaction = interaction;
        this.push = push;
        this.candidate = candidate;
        this.findings = findings;
        Duration declared = receive(push).within();
        this.within = declared == null ? timeout : declared;
        this.order = push.order() == null ? null : new OrderCheck(push.order(), candidate.place());
        this.latency = push.timestamp() == null ? null : new LatencyMeter(push.timestamp(), candidate.place());
        this.heartbeat = push.heartbeat() == null ? null : new HeartbeatCheck(push.heartbeat(), candidate.place());
    }

    @Override
    public void ping(Duration at) {
        if (heartbeat != null) {
            heartbeat.ping(at);
        }
    }

    private static Receive receive(Expectation.Push push) {
        return push.effectiveReceive();
    }

    Candidate candidate() {
        return candidate;
    }

    /** How the message differs; null if that cannot be told, and then neither can the interaction's verdict. */
    @Nullable
    List<Difference> compare(Incoming message) {
        try {
            return candidate.compare(message);
        } catch (UnjudgeableException e) {
            findings.notCheckable(e);
            message.fate().notJudged();
            return null;
        }
    }

    /** A message that matches. It counts as one of this interaction's own only if {@code counts}. */
    void claimMatching(Incoming message, boolean counts) {
        findings.claim();
        if (inTime(message.sighting())) {
            matching++;
            own += counts ? 1 : 0;
            Integer most = receive(push).atMost();
            if (most != null && matching == most + 1L) {
                oneTooMany = message;
            }
            if (latency != null) {
                latency.measure(message, findings);
            }
        } else {
            late++;
        }
        checkOrder(message);
    }

    /** A message that is meant to be this one and differs. */
    void claimBroken(Incoming message, List<Difference> differences) {
        findings.claim();
        brokenInTime += inTime(message.sighting()) ? 1 : 0;
        findings.add(message, differences, candidate.place());
        checkOrder(message);
    }

    /** A message that nobody claims, and that this interaction would have claimed if it matched. */
    void consider(Incoming message, List<Difference> differences) {
        if (!satisfied() && inTime(message.sighting())) {
            closest.add(message.sighting(), differences, candidate.strangeness(message));
        }
    }

    /** A message in its time that says nothing of what it is meant to be, since it is no JSON. */
    void considerUnreadable(Sighting message, List<Difference> differences) {
        closest.add(message, differences, candidate.strangest());
    }

    /** Differences of further messages that are no closer. */
    void omit(long differences) {
        closest.omit(differences);
    }

    /** Grants messages that other interactions would have claimed too. */
    void grant(long change) {
        granted += change;
    }

    /** How many messages it still needs. */
    long need() {
        return Math.max(0, receive(push).fewest() - own - granted);
    }

    /** How many of the granted messages it does not need any more. */
    long spare() {
        return Math.min(granted, Math.max(0, own + granted - receive(push).fewest()));
    }

    boolean inTime(Sighting message) {
        return dueAt == null || message.at().compareTo(dueAt) <= 0;
    }

    @Override
    public @Nullable Latency latency() {
        return latency == null ? null : latency.latency();
    }

    private void checkOrder(Incoming message) {
        if (order != null && inTime(message.sighting())) {
            order.check(message, findings);
        }
    }

    @Override
    public Interaction interaction() {
        return interaction;
    }

    @Override
    public Findings findings() {
        return findings;
    }

    @Override
    public void start(Duration now) {
        startedAt = now;
        dueAt = now.plus(within);
        if (heartbeat != null) {
            heartbeat.start(now, within);
        }
    }

    @Override
    public @Nullable Duration dueAt() {
        return dueAt == null || heartbeat == null ? dueAt : heartbeat.until();
    }

    @Override
    public boolean settled() {
        return findings.isNotCheckable() || need() <= brokenInTime;
    }

    @Override
    public boolean satisfied() {
        return need() == 0;
    }

    @Override
    public boolean listensOn() {
        return !findings.isNotCheckable()
                && (heartbeat != null || order != null || (receive(push).atMost() != null && oneTooMany == null));
    }

    @Override
    public String awaited() {
        return "\"" + interaction.description() + "\"";
    }

    @Override
    public Verdict verdict(Ending ending) {
        addTooMany();
        if (heartbeat != null) {
            heartbeat.conclude(ending, findings);
        }
        if (findings.broken()) {
            addTooFew(ending);
        }
        Verdict proven = findings.proven();
        if (proven != null) {
            return proven;
        }
        if (ending.obstacle() != null) {
            return ending.obstacle();
        }
        if (satisfied()) {
            return heartbeat == null || heartbeat.judgeable(ending)
                    ? Verdict.PASSED
                    : heartbeat.notJudged(ending, findings.parties());
        }
        if (!closest.isEmpty()) {
            return closest.failed(findings, candidate.place());
        }
        Duration waited = ending.close() == null ? within : ending.after(startedAt);
        return ending.notSeen(wanted() + arrived(), waited, findings.parties().send());
    }

    private void addTooMany() {
        if (oneTooMany != null) {
            String most = Words.messages(Objects.requireNonNull(receive(push).atMost()));
            findings.add(
                    oneTooMany,
                    "receive.atMost",
                    "at most " + most + " like this within " + Words.of(within),
                    matching + " arrived",
                    candidate.place());
        }
    }

    /** What broke is told first; that the connection also ended before enough came is told too. */
    private void addTooFew(Ending ending) {
        if (!satisfied() && ending.close() != null) {
            findings.add(new Mismatch(
                    Findings.noMessage(ending.connection(), "$", candidate.place()),
                    "receive.atLeast",
                    wanted(),
                    (own + granted) + " did, then " + ending.told(ending.close()),
                    findings.parties().send()));
        }
    }

    private String wanted() {
        int fewest = receive(push).fewest();
        return fewest == 1 ? "a message that matches " + awaited() : fewest + " messages that match " + awaited();
    }

    private String arrived() {
        String enough = own + granted == 0 ? "" : ", of which " + (own + granted) + " arrived";
        return late == 0 ? enough : enough + " (" + late + " came after " + Words.of(within) + ", which is too late)";
    }
}
