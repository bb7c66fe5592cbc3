package dev.wspact.internal.mock;

import dev.wspact.internal.time.Deadline;
import dev.wspact.internal.websocket.frame.FrameHead;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.Payload;
import dev.wspact.mock.Fault;
import dev.wspact.mock.MockConnection;
import dev.wspact.mock.MockOptions;
import dev.wspact.mock.MockResult;
import dev.wspact.mock.ReceivedMessage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All that has happened, and who waits for something to happen. Its monitor is the one lock of what connections know in
 * common; whoever waits is woken by every change.
 */
final class Journal {
    /** So many connections are kept; of older ones that are over nothing is known. */
    private static final int CONNECTIONS = 1_000;
    /** So many of them with what went over them. */
    private static final int TRANSCRIPTS = 50;

    private static final int SURPRISES = 100;

    private final MockOptions options;
    private final Instant started = Instant.now();
    private final long startedAtNanos = System.nanoTime();
    private final List<Entry> entries = new ArrayList<>();
    private final Deque<Numbered> received = new ArrayDeque<>();
    private final Map<String, Long> returned = new HashMap<>();
    private final List<MockResult.Unexpected> unexpected = new ArrayList<>();
    private final IdentityHashMap<Part, Progress> progress = new IdentityHashMap<>();
    private long receivedCount;
    private int connectionCount;
    private boolean listening = true;

    Journal(MockOptions options) {
        this.options = options;
    }

    /** Forgets what has been proven until now. */
    synchronized void restart() {
        progress.clear();
        unexpected.clear();
        returned.clear();
    }

    /** A handshake is about to be answered. */
    synchronized Entry answered(Handshake handshake, @Nullable Function<Entry, Outbox> outbox) {
        connectionCount++;
        long now = System.nanoTime();
        MockConnection.Moment moment = moment(now);
        SessionLog session = new SessionLog(moment.wallClock(), now, options.limits());
        Entry entry = new Entry(handshake, connectionCount, moment, session, new Deliveries(part -> progress(part)
                .done()));
        entries.add(entry);
        forgetOldOnes();
        tell(
                entry,
                "GET " + handshake.request().path() + " answered with "
                        + handshake.answer().status());
        Handshake.Surprise surprise = handshake.unexpected();
        if (surprise != null) {
            unexpected(entry, Duration.ZERO, surprise);
        }
        if (outbox != null) {
            entry.outbox(outbox.apply(entry));
        }
        notifyAll();
        return entry;
    }

    /** A frame has come; called before the message that it completes. */
    synchronized void frameReceived(Entry entry, FrameHead head, byte[] start) {
        entry.session().frame(Direction.SENT, head, start, System.nanoTime());
    }

    /** A frame is about to be sent. */
    synchronized void frameSent(Entry entry, FrameHead head, byte[] start) {
        entry.session().frame(Direction.RECEIVED, head, start, System.nanoTime());
    }

    /** A message is about to be sent. */
    synchronized void messageSent(Entry entry, Payload payload) {
        entry.session().message(Direction.RECEIVED, payload, System.nanoTime());
        tell(entry, "← " + Told.of(payload));
        notifyAll();
    }

    /**
     * A message has come.
     *
     * @param parts the interactions that it belongs to
     * @param surprise why it is not allowed; null if it is
     */
    synchronized void received(Entry entry, Payload payload, List<Part> parts, Handshake.@Nullable Surprise surprise) {
        CapturedMessage message = entry.session().message(Direction.SENT, payload, System.nanoTime());
        tell(entry, "→ " + Told.of(payload));
        List<String> descriptions =
                parts.stream().map(Part::description).distinct().toList();
        receivedCount++;
        received.addLast(new Numbered(
                receivedCount,
                new ReceivedMessage(entry.number, message.position(), message.sinceOpen(), payload, descriptions)));
        if (received.size() > options.receivedMessages()) {
            received.removeFirst();
        }
        if (surprise != null) {
            unexpected(entry, message.sinceOpen(), surprise);
        }
        notifyAll();
    }

    /** Something has come that shows that the client reads. */
    synchronized void sign(Entry entry) {
        entry.deliveries.sign();
        notifyAll();
    }

    /** The pong to one of our pings has come. */
    synchronized void pong(Entry entry, long probe) {
        entry.deliveries.pong(probe);
        notifyAll();
    }

    synchronized void surprise(Entry entry, Handshake.Surprise surprise) {
        unexpected(entry, entry.session().since(System.nanoTime()), surprise);
        notifyAll();
    }

    synchronized void fault(Entry entry, Fault fault) {
        entry.fault(entry.session().since(System.nanoTime()), fault);
        tell(entry, "fault: " + fault);
        notifyAll();
    }

    /** The client has closed, which is a sign that it reads. */
    synchronized void closedByClient(Entry entry, CloseStatus status) {
        entry.deliveries.sign();
        closing(entry, status, Direction.SENT);
    }

    /** The connection is about to be closed as an interaction says. */
    synchronized void closes(Entry entry, Part.Close part) {
        entry.closes(part);
        progress(part).begin();
        if (part.status().code() == CloseStatus.ABNORMAL) {
            // there is no answer to that
            progress(part).done();
        }
    }

    synchronized void closing(Entry entry, CloseStatus status, Direction by) {
        Part.Close part = entry.closes();
        if (by == Direction.SENT) {
            entry.closedByClient();
            if (part != null) {
                progress(part).done();
            }
        }
        if (entry.ending() == null) {
            entry.ended(moment(System.nanoTime()), status, by);
            tell(entry, (by == Direction.SENT ? "closed by the client with " : "closed with ") + status);
        }
        notifyAll();
    }

    /** The TCP connection has ended; if no side has closed it, this one has broken off. */
    synchronized void ended(Entry entry, Direction brokenOffBy) {
        entry.gone();
        if (entry.ending() == null) {
            entry.ended(moment(System.nanoTime()), new CloseStatus(CloseStatus.ABNORMAL, ""), brokenOffBy);
            if (entry.accepted()) {
                tell(entry, brokenOffBy == Direction.SENT ? "broken off by the client (1006)" : "broken off (1006)");
            }
        }
        notifyAll();
    }

    /** The progress of an interaction; to be asked under this lock. */
    Progress progress(Part part) {
        assert Thread.holdsLock(this);
        return progress.computeIfAbsent(part, any -> new Progress());
    }

    /** Gives a message its place in its interaction's order. */
    synchronized void number(Entry entry, Part.Push part, com.fasterxml.jackson.databind.JsonNode message) {
        var order = part.expectation().order();
        if (order != null) {
            BigDecimal number = progress(part).number(message, order, entry.lastNumber(part));
            if (number != null) {
                entry.lastNumber(part, number);
            }
        }
    }

    synchronized List<ReceivedMessage> received() {
        return received.stream().map(Numbered::message).toList();
    }

    /** The next message of an interaction that was not returned before; null if there is none yet. */
    synchronized @Nullable ReceivedMessage next(String description) {
        long after = returned.getOrDefault(description, 0L);
        for (Numbered message : received) {
            if (message.number > after && message.message.interactions().contains(description)) {
                returned.put(description, message.number);
                return message.message;
            }
        }
        return null;
    }

    synchronized List<MockConnection> connections() {
        return entries.stream().map(Entry::snapshot).toList();
    }

    synchronized List<MockResult.Unexpected> unexpected() {
        return List.copyOf(unexpected);
    }

    /** The connections; to be asked under this lock. */
    List<Entry> entries() {
        assert Thread.holdsLock(this);
        return entries;
    }

    synchronized List<Entry> open() {
        return entries.stream().filter(Entry::isOpen).toList();
    }

    /** Waits until there is something; null if there is not in time. It is asked for under this lock. */
    synchronized <T> @Nullable T await(Supplier<@Nullable T> something, Deadline deadline) {
        T found = something.get();
        while (found == null && !deadline.hasPassed()) {
            try {
                // one more, since a wait of 0 has no end
                wait(deadline.remaining().toMillis() + 1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return something.get();
            }
            found = something.get();
        }
        return found;
    }

    /** A point in time on the clocks of this mock provider. */
    MockConnection.Moment moment(long nanos) {
        Duration since = Duration.ofNanos(nanos - startedAtNanos);
        return new MockConnection.Moment(started.plus(since), since);
    }

    private void unexpected(Entry entry, Duration at, Handshake.Surprise surprise) {
        tell(entry, "not allowed by the contract: " + surprise.what());
        surprise.differences()
                .forEach(difference -> tell(
                        entry,
                        "  " + difference.path() + ": expected " + difference.expected() + ", but was "
                                + difference.actual()));
        if (unexpected.size() < SURPRISES) {
            unexpected.add(new MockResult.Unexpected(
                    entry.number, at, surprise.what(), surprise.closest(), surprise.differences(), surprise.remedy()));
        }
    }

    private void forgetOldOnes() {
        if (entries.size() > TRANSCRIPTS) {
            Entry old = entries.get(entries.size() - TRANSCRIPTS - 1);
            if (!old.isOpen()) {
                old.forget();
            }
        }
        if (entries.size() > CONNECTIONS) {
            entries.stream().filter(entry -> !entry.isOpen()).findFirst().ifPresent(entries::remove);
        }
    }

    private void tell(Entry entry, String what) {
        if (listening) {
            try {
                options.listener().accept("connection " + entry.number + ": " + Told.line(what));
            } catch (RuntimeException e) {
                // one that fails is not told any more, and the session goes on
                listening = false;
            }
        }
    }

    private record Numbered(long number, ReceivedMessage message) {
        Numbered {
            Objects.requireNonNull(message);
        }
    }
}
