package dev.wspact.internal.mock;

import dev.wspact.contract.Contract;
import dev.wspact.internal.reporting.Words;
import dev.wspact.internal.time.Deadline;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Opcode;
import dev.wspact.mock.Fault;
import dev.wspact.mock.MockConnection;
import dev.wspact.mock.MockOptions;
import dev.wspact.mock.MockResult;
import dev.wspact.mock.ReceivedMessage;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The engine behind the front door's mock provider. Any thread may call any method. */
public final class MockServer implements AutoCloseable {
    private static final CloseStatus GOING_AWAY = new CloseStatus(1001, "the mock provider is closed");
    private static final CloseStatus SERVICE_RESTART = new CloseStatus(1012, "the contracts are loaded again");

    private final MockOptions options;
    private final Journal journal;
    private final FaultQueue faults = new FaultQueue();
    private final Listener listener;
    private volatile Script script;

    private MockServer(Script script, MockOptions options) {
        this.script = script;
        this.options = options;
        this.journal = new Journal(options);
        this.listener = Listener.start(options, journal, request -> Doorkeeper.answer(this.script, faults, request));
    }

    /** Begins to listen. */
    public static MockServer start(List<Contract> contracts, MockOptions options) {
        return new MockServer(Script.of(contracts, options), options);
    }

    /** Where it listens. */
    public URI url() {
        return listener.url();
    }

    /** Plays only these interactions from now on; all if there is none. */
    public void play(List<String> descriptions) {
        synchronized (journal) {
            script = script.only(descriptions);
        }
    }

    /** Plays other contracts from now on. */
    public void reload(List<Contract> contracts) {
        Script next = Script.of(contracts, options);
        synchronized (journal) {
            script = next;
            journal.restart();
        }
        journal.open().forEach(entry -> close(entry, SERVICE_RESTART));
    }

    /** Sends a push to every connection that is ready for it. */
    public int push(String description) {
        return perform(
                script.named(description, Part.Push.class::isInstance, " in which the provider pushes a message"),
                "pushed",
                (outbox, part) -> outbox.push((Part.Push) part, Duration.ZERO));
    }

    /** Closes every connection of an interaction's channel as it says. */
    public int closeConnections(String description) {
        return perform(
                script.named(description, Part.Close.class::isInstance, " in which the provider closes the connection"),
                "closed",
                (outbox, part) -> {
                    Part.Close close = (Part.Close) part;
                    outbox.close(new Outbox.Closing(close.status(), close), Duration.ZERO);
                });
    }

    /** The messages that have come. */
    public List<ReceivedMessage> received() {
        return journal.received();
    }

    /** Waits for a message of an interaction. */
    public ReceivedMessage awaitReceived(String description, Duration timeout) {
        script.named(
                description,
                part -> part instanceof Part.Exchange || !part.steps().isEmpty(),
                " in which the client sends a message");
        return awaited(
                () -> journal.next(description),
                Deadline.after(timeout),
                () -> "no message of \"" + description + "\" came within " + Words.duration(timeout));
    }

    /** The handshakes that have come. */
    public List<MockConnection> connections() {
        return journal.connections();
    }

    /** Waits for a connection that was not returned before. */
    public MockConnection awaitConnection(Duration timeout) {
        return awaited(
                () -> {
                    for (Entry entry : journal.entries()) {
                        if (entry.accepted() && !entry.returned()) {
                            return entry.returnIt();
                        }
                    }
                    return null;
                },
                Deadline.after(timeout),
                () -> "no client connected within " + Words.duration(timeout));
    }

    /** Waits for a connection after the end of an earlier one. */
    public MockConnection awaitReconnect(Duration within) {
        return new Reconnect(journal, within).await(this::failure);
    }

    /** Lets something go wrong on the next connections. */
    public void inject(Fault fault, int connections) {
        Objects.requireNonNull(fault, "fault");
        if (connections < 1) {
            throw new IllegalArgumentException("connections must be at least 1, but was " + connections);
        }
        faults.add(fault, connections);
    }

    /** Lets something go wrong on the connections that are open. */
    public int injectNow(Fault fault) {
        Objects.requireNonNull(fault, "fault");
        if (fault instanceof Fault.RefuseHandshake) {
            throw new IllegalArgumentException(
                    "an open connection has had its handshake; inject(…) refuses the next one");
        }
        if (fault instanceof Fault.DropConnection) {
            awaitPongs(Deadline.after(options.patience()));
        }
        List<Entry> open = journal.open();
        open.forEach(entry -> {
            entry.misbehavior.add(fault);
            Objects.requireNonNull(entry.outbox()).wake();
        });
        return open.size();
    }

    /** Whether the client has used the contracts. */
    public MockResult result() {
        settle();
        return new Proof(journal, script, options, url()).result();
    }

    @Override
    public void close() {
        journal.open().forEach(entry -> close(entry, GOING_AWAY));
        listener.close();
    }

    private static void close(Entry entry, CloseStatus status) {
        Outbox outbox = entry.outbox();
        if (outbox != null) {
            outbox.close(new Outbox.Closing(status, null), Duration.ZERO);
        }
    }

    /** Waits until everything is read that a connected client had sent, and known what it has taken. */
    private void settle() {
        Deadline deadline = Deadline.after(options.patience());
        awaitPongs(deadline);
        journal.await(() -> isOver() ? Boolean.TRUE : null, deadline);
    }

    /** Waits until the clients have answered a ping behind all that was sent to them. */
    private void awaitPongs(Deadline deadline) {
        Map<Entry, Long> probes = new HashMap<>();
        synchronized (journal) {
            for (Entry entry : journal.entries()) {
                if (entry.isOpen() && !entry.misbehavior.silent() && !entry.misbehavior.deaf()) {
                    probes.put(entry, entry.deliveries.probe());
                }
            }
        }
        probes.forEach((entry, probe) -> Objects.requireNonNull(entry.outbox())
                .control(Opcode.PING, FrameSender.probe(probe).array()));
        journal.await(() -> isSettled(probes) ? Boolean.TRUE : null, deadline);
    }

    private boolean isOver() {
        return journal.entries().stream().noneMatch(Entry::owesClose) && !waitsForRequest();
    }

    private boolean isSettled(Map<Entry, Long> probes) {
        return journal.entries().stream()
                .filter(Entry::accepted)
                .allMatch(entry -> entry.isOpen()
                        ? !probes.containsKey(entry) || entry.deliveries.hasAnswered(probes.get(entry))
                        : entry.isSettled());
    }

    /** Whether a client that is still connected has not asked yet what it is to ask, and has done nothing wrong. */
    private boolean waitsForRequest() {
        return journal.unexpected().isEmpty()
                && journal.entries().stream()
                        .filter(Entry::isOpen)
                        .flatMap(entry -> entry.parts.stream())
                        .anyMatch(part -> part instanceof Part.Exchange
                                && !journal.progress(part).exercised(part));
    }

    private int perform(List<Part> parts, String done, BiConsumer<Outbox, Part> act) {
        Supplier<@Nullable Integer> attempt = () -> {
            int count = 0;
            for (Entry entry : List.copyOf(journal.entries())) {
                for (Part part : parts) {
                    if (entry.isOpen() && entry.isReady(part)) {
                        act.accept(Objects.requireNonNull(entry.outbox()), part);
                        count++;
                    }
                }
            }
            return count == 0 ? null : count;
        };
        Integer count = journal.await(attempt, Deadline.after(options.patience()));
        if (count == null) {
            throw new IllegalStateException("\"" + parts.get(0).description() + "\" cannot be " + done + ": "
                    + Proof.whyNotReady(journal, parts));
        }
        return count;
    }

    private <T> T awaited(Supplier<@Nullable T> something, Deadline deadline, Supplier<String> problem) {
        T found = journal.await(something, deadline);
        if (found == null) {
            throw failure(problem.get());
        }
        return found;
    }

    private AssertionError failure(String problem) {
        List<String> lines = new ArrayList<>();
        lines.add(problem);
        lines.addAll(new Proof(journal, script, options, url()).session());
        return new AssertionError(String.join("\n", lines));
    }
}
