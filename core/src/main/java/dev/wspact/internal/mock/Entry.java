package dev.wspact.internal.mock;

import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.Transcript;
import dev.wspact.mock.Fault;
import dev.wspact.mock.MockConnection;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of one connection. Confined to the journal's lock, but for what is final. */
final class Entry {
    /** Enough to see what went wrong on purpose. */
    private static final int FAULTS = 100;

    final int number;
    final MockConnection.Request request;
    final MockConnection.Answer answer;
    final MockConnection.Moment opened;
    /** The interactions that are played on it. */
    final List<Part> parts;

    final Deliveries deliveries;
    final Misbehavior misbehavior;
    private final SessionLog session;
    private final List<MockConnection.AppliedFault> faults = new ArrayList<>();
    private final Map<Integer, BigDecimal> numbers = new HashMap<>();
    /** Parts whose client has sent what it sends first. */
    private final Set<Integer> ready = new HashSet<>();

    private final Map<Integer, Integer> steps = new HashMap<>();
    private boolean forgotten;
    private boolean returned;
    private MockConnection.@Nullable Ending ending;
    private @Nullable Outbox outbox;
    private Part.@Nullable Close closes;
    private boolean closedByClient;
    private boolean gone;

    Entry(Handshake handshake, int number, MockConnection.Moment opened, SessionLog session, Deliveries deliveries) {
        this.number = number;
        this.request = handshake.request();
        this.answer = handshake.answer();
        this.parts = handshake.parts();
        this.misbehavior = handshake.misbehavior();
        this.opened = opened;
        this.session = session;
        this.deliveries = deliveries;
    }

    SessionLog session() {
        return session;
    }

    void outbox(Outbox opened) {
        outbox = opened;
    }

    /** Where to send to; null if the handshake was refused. */
    @Nullable
    Outbox outbox() {
        return outbox;
    }

    boolean accepted() {
        return outbox != null;
    }

    /** Whether messages can go over it in both directions: it has not ended, and nobody has begun to close it. */
    boolean isOpen() {
        return outbox != null && ending == null;
    }

    boolean plays(Part part) {
        return parts.stream().anyMatch(played -> played == part);
    }

    boolean isReady(Part part) {
        return ready.contains(part.origin().index());
    }

    /** The client has sent what it sends first, or so much of it. */
    void progress(Part part, int stepsDone) {
        int index = part.origin().index();
        steps.put(index, stepsDone);
        if (stepsDone == part.steps().size()) {
            ready.add(index);
        }
    }

    /** How many of the steps that the client takes first have come. */
    int stepsDone(Part part) {
        return steps.getOrDefault(part.origin().index(), 0);
    }

    @Nullable
    BigDecimal lastNumber(Part part) {
        return numbers.get(part.origin().index());
    }

    void lastNumber(Part part, BigDecimal number) {
        numbers.put(part.origin().index(), number);
    }

    /** It is being closed as an interaction says. */
    void closes(Part.Close part) {
        closes = part;
    }

    /** The interaction as which it is being closed; null if none. */
    Part.@Nullable Close closes() {
        return closes;
    }

    /** The client has sent a close frame. */
    void closedByClient() {
        closedByClient = true;
    }

    /** Whether the client has a close of an interaction still to answer. */
    boolean owesClose() {
        return closes != null && !closedByClient && !gone;
    }

    void fault(Duration at, Fault fault) {
        if (faults.size() < FAULTS) {
            faults.add(new MockConnection.AppliedFault(at, fault));
        }
    }

    /** A close frame has been received or is about to be sent, or the connection broke off; the first of these counts. */
    void ended(MockConnection.Moment at, CloseStatus status, Direction by) {
        if (ending == null) {
            ending = new MockConnection.Ending(at, status, by);
        }
    }

    /** Nothing can come from it any more. */
    void gone() {
        gone = true;
    }

    /** Whether nothing is on its way any more that could prove something, now that a side has closed. */
    boolean isSettled() {
        return gone || !deliveries.isWriting();
    }

    MockConnection.@Nullable Ending ending() {
        return ending;
    }

    /** Lets go of what went over it. */
    void forget() {
        forgotten = true;
    }

    boolean returned() {
        return returned;
    }

    MockConnection returnIt() {
        returned = true;
        return snapshot();
    }

    MockConnection snapshot() {
        return new MockConnection(
                number, request, answer, opened, ending, faults, forgotten ? Transcript.NONE : session.transcript());
    }
}
