package dev.wspact.internal.verification;

import dev.wspact.internal.websocket.FrameHistory;
import dev.wspact.internal.websocket.Session;
import dev.wspact.internal.websocket.SessionEvent;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Payload;
import dev.wspact.verdict.Arrival;
import dev.wspact.verdict.ConnectionRecord;
import dev.wspact.verdict.Judgment;
import dev.wspact.verdict.Verdict;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what arrives on a connection, has it judged at once, and keeps no more of it than the limits allow. */
final class Listening {
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(1);

    private final Session session;
    private final int connection;
    private final Classifier classifier;
    private final Bystander bystander;
    private final Run run;
    private final Instant opened;
    private final TranscriptRecorder transcript;
    private final ArrivalCounter arrivals = new ArrivalCounter();
    private final ArrivalCounter uncontracted = new ArrivalCounter();
    private final MemoryGuard memory;
    private @Nullable Await await;
    private @Nullable CloseStatus close;
    private String how = "";
    private @Nullable Verdict obstacle;
    private SessionEvent.@Nullable Violated violation;
    private Duration upTo = Duration.ZERO;
    private Duration reportedAt = Duration.ZERO;
    private long judged;

    Listening(Session session, int connection, Classifier classifier, Bystander bystander, Run run) {
        this.session = session;
        this.connection = connection;
        this.classifier = classifier;
        this.bystander = bystander;
        this.run = run;
        this.opened = run.wallClock().instant().minus(session.sinceOpen());
        this.transcript = new TranscriptRecorder(run.options().limits());
        this.memory = new MemoryGuard(Runtime.getRuntime().maxMemory(), classifier.readsXml());
    }

    Duration now() {
        return session.sinceOpen();
    }

    /** Up to when everything that arrived has been judged. */
    Duration upTo() {
        return upTo;
    }

    boolean ended() {
        return close != null || obstacle != null || violation != null;
    }

    /** All is sent and brought about, and time counts from here. */
    void ready(Duration at) {
        session.ready(at);
    }

    /** Nothing more can be judged, and this is why. */
    void giveUp(Verdict because) {
        if (obstacle == null) {
            obstacle = because;
        }
    }

    void send(Payload payload, Duration atMost) throws IOException, InterruptedException {
        transcript.add(session.send(payload, run.deadline(atMost)), null);
    }

    /**
     * Judges the next event, waiting for it until the given time; false if none came or the connection has ended.
     *
     * @param stillWaiting is run about each second, whether something comes or not
     */
    boolean take(Duration until, Runnable stillWaiting) throws InterruptedException {
        SessionEvent event = next(until, stillWaiting);
        if (event == null) {
            upTo = later(upTo, until);
            return false;
        }
        if (event instanceof SessionEvent.Pinged ping) {
            upTo = later(upTo, ping.sinceOpen());
            bystander.ping(ping.sinceOpen());
            return true;
        }
        if (event instanceof SessionEvent.Sent || event instanceof SessionEvent.Ready) {
            hear(event);
            return true;
        }
        if (event instanceof SessionEvent.Arrived arrived) {
            upTo = later(upTo, arrived.message().sinceOpen());
            boolean due = upTo.minus(reportedAt).compareTo(BETWEEN_REPORTS) >= 0;
            if (due) {
                stillWaiting.run();
            }
            judge(arrived.message());
            if (due) {
                reportedAt = upTo;
                run.listener().messagesJudged(judged);
            }
            return true;
        }
        end(event);
        return false;
    }

    /** What the client of a recording did. */
    private void hear(SessionEvent event) {
        if (event instanceof SessionEvent.Sent sent) {
            upTo = later(upTo, sent.message().sinceOpen());
            transcript.add(sent.message(), null);
            bystander.sent(sent.message());
        } else if (event instanceof SessionEvent.Ready ready) {
            upTo = later(upTo, ready.sinceOpen());
            bystander.ready(ready.sinceOpen());
        }
    }

    private @Nullable SessionEvent next(Duration until, Runnable stillWaiting) throws InterruptedException {
        Duration left = until.minus(now());
        while (left.compareTo(BETWEEN_REPORTS) > 0) {
            SessionEvent event = session.next(run.deadline(BETWEEN_REPORTS));
            if (event != null) {
                return event;
            }
            stillWaiting.run();
            left = sooner(left.minus(BETWEEN_REPORTS), until.minus(now()));
        }
        return session.next(run.deadline(left.isNegative() ? Duration.ZERO : left));
    }

    /** Tells the listener what is waited for, and until when. */
    void tell(String awaited, Duration until) {
        Duration left = until.minus(now());
        run.listener().waiting(awaited, judged, left.isNegative() ? Duration.ZERO : left);
    }

    /** Judges what has arrived by now, and nothing that arrives later. */
    void takeWhatIsThere() throws InterruptedException {
        Duration now = now();
        boolean more = !ended();
        while (more && upTo.compareTo(now) <= 0) {
            more = take(now, () -> {}) && !ended();
        }
    }

    /** Listens until a message comes that the send steps wait for; false if it does not come by then. */
    boolean takeUntil(Await awaited, Duration until) throws InterruptedException {
        await = awaited;
        try {
            while (!awaited.fulfilled()) {
                if (!take(until, () -> tell("a message with " + awaited, until)) || upTo.compareTo(until) > 0) {
                    return awaited.fulfilled();
                }
            }
            return true;
        } finally {
            await = null;
        }
    }

    /** Nothing more is listened for, and verdicts may be asked for. */
    void finish() {
        classifier.finish();
    }

    private void judge(CapturedMessage captured) {
        Verdict.Errored tooLarge = memory.tooLarge(captured);
        if (tooLarge != null) {
            transcript.add(captured, Judgment.NOT_JUDGED);
            giveUp(tooLarge);
            return;
        }
        Incoming message = Incoming.of(connection, opened, captured);
        boolean expected = await != null && await.isFulfilledBy(message);
        boolean awaited = bystander.awaits(message) || expected;
        boolean claimed = classifier.judge(message, awaited);
        transcript.add(captured, message.fate().judgment(claimed, awaited));
        String type = classifier.typeOf(message);
        arrivals.add(type, message);
        if (!claimed && !awaited) {
            uncontracted.add(type, message);
        }
        judged++;
    }

    private void end(SessionEvent event) {
        if (event instanceof SessionEvent.Closed closed) {
            close = closed.status();
            how = closed.how();
            upTo = later(upTo, closed.sinceOpen());
        } else if (event instanceof SessionEvent.Abandoned abandoned) {
            giveUp(new Verdict.Errored(abandoned.problem(), abandoned.remedy()));
            upTo = later(upTo, abandoned.sinceOpen());
        } else if (event instanceof SessionEvent.Violated violated) {
            violation = violated;
            upTo = later(upTo, violated.sinceOpen());
        }
    }

    private static Duration sooner(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    Ending ending() {
        return new Ending(
                connection,
                upTo,
                close,
                how,
                obstacle,
                violation == null ? null : violation.problem(),
                arrivals.arrivals());
    }

    /** Closes the connection if it is still open, and says what it was. */
    ConnectionRecord close(URI url) {
        session.close();
        FrameHistory history = session.history();
        FrameHistory.Closing closing = history.closing();
        return new ConnectionRecord(
                connection,
                url,
                session.handshake(),
                transcript.transcript(history),
                closing == null ? new CloseStatus(CloseStatus.ABNORMAL, "") : closing.status(),
                closing == null ? null : closing.by(),
                transcript.judgments());
    }

    List<Arrival> uncontracted() {
        return uncontracted.arrivals();
    }
}
