package dev.wspact.internal.verification;

import dev.wspact.internal.time.Deadline;
import dev.wspact.internal.websocket.FrameHistory;
import dev.wspact.internal.websocket.Session;
import dev.wspact.internal.websocket.SessionEvent;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Headers;
import dev.wspact.message.Payload;
import dev.wspact.message.Transcript;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A session that plays a script on a hand-turned clock: waiting for an event turns the clock to it. */
final class ScriptedSession implements Session {
    private final HandTurnedClock clock;
    private final long openedAt;
    private final PriorityQueue<Step> script =
            new PriorityQueue<>(Comparator.comparing(Step::at).thenComparingInt(Step::order));
    private final List<Payload> sent = new ArrayList<>();
    private HandshakeResponse handshake = new HandshakeResponse(101, Headers.NONE);
    private BiConsumer<ScriptedSession, String> onSend = (session, text) -> {};
    private @Nullable SessionEvent end;
    private boolean interruptWhenWaiting;
    private boolean closed;
    private int steps;
    private long received;

    ScriptedSession(HandTurnedClock clock) {
        this.clock = clock;
        this.openedAt = clock.getAsLong();
    }

    /** Text that arrives this many milliseconds after opening. */
    ScriptedSession text(long atMillis, String text) {
        return at(Duration.ofMillis(atMillis), new Payload.Text(text), null);
    }

    ScriptedSession binary(long atMillis, byte... bytes) {
        return at(Duration.ofMillis(atMillis), Payload.Binary.of(bytes), null);
    }

    ScriptedSession ping(long... atMillis) {
        for (long millis : atMillis) {
            Duration at = Duration.ofMillis(millis);
            script.add(new Step(at, steps++, null, new SessionEvent.Pinged(at)));
        }
        return this;
    }

    ScriptedSession close(long atMillis, int code, String reason) {
        Duration at = Duration.ofMillis(atMillis);
        return at(at, null, new SessionEvent.Closed(new CloseStatus(code, reason), at));
    }

    ScriptedSession abandon(long atMillis, String problem, String remedy) {
        Duration at = Duration.ofMillis(atMillis);
        return at(at, null, new SessionEvent.Abandoned(problem, remedy, at));
    }

    /** What the server does when the client has sent a text. */
    ScriptedSession onSend(BiConsumer<ScriptedSession, String> reaction) {
        onSend = reaction;
        return this;
    }

    /** A reply this many milliseconds from now. */
    void reply(long afterMillis, String text) {
        at(sinceOpen().plusMillis(afterMillis), new Payload.Text(text), null);
    }

    void replyBinary(long afterMillis, byte... bytes) {
        at(sinceOpen().plusMillis(afterMillis), Payload.Binary.of(bytes), null);
    }

    ScriptedSession subprotocol(String name) {
        handshake = new HandshakeResponse(101, new Headers(Map.of("sec-websocket-protocol", List.of(name))));
        return this;
    }

    ScriptedSession interrupted() {
        interruptWhenWaiting = true;
        return this;
    }

    List<String> sent() {
        return sent.stream().map(Object::toString).toList();
    }

    List<Payload> payloads() {
        return List.copyOf(sent);
    }

    boolean isClosed() {
        return closed;
    }

    private ScriptedSession at(Duration at, @Nullable Payload payload, @Nullable SessionEvent event) {
        script.add(new Step(at, steps++, payload, event));
        return this;
    }

    @Override
    public HandshakeResponse handshake() {
        return handshake;
    }

    @Override
    public Duration sinceOpen() {
        return Duration.ofNanos(clock.getAsLong() - openedAt);
    }

    @Override
    public FrameHistory history() {
        return new FrameHistory(Instant.EPOCH, Transcript.Frames.NONE, closing());
    }

    private FrameHistory.@Nullable Closing closing() {
        if (end instanceof SessionEvent.Closed server) {
            return server.status().code() == CloseStatus.ABNORMAL
                    ? null
                    : new FrameHistory.Closing(Direction.RECEIVED, server.status());
        }
        return closed ? new FrameHistory.Closing(Direction.SENT, new CloseStatus(CloseStatus.NORMAL, "")) : null;
    }

    @Override
    public CapturedMessage send(Payload payload, Deadline deadline) throws IOException {
        if (end != null
                || (script.peek() != null
                        && isEnd(script.peek())
                        && script.peek().at.compareTo(sinceOpen()) <= 0)) {
            throw new IOException("the connection is closed");
        }
        sent.add(payload);
        onSend.accept(this, payload.toString());
        return new CapturedMessage(Direction.SENT, sent.size(), sinceOpen(), payload);
    }

    private static boolean isEnd(Step step) {
        return step.event != null && !(step.event instanceof SessionEvent.Pinged);
    }

    @Override
    public @Nullable SessionEvent next(Deadline deadline) throws InterruptedException {
        if (end != null) {
            return end;
        }
        Step next = script.peek();
        Duration left = next == null ? Duration.ZERO : next.at.minus(sinceOpen());
        if (next == null || left.compareTo(deadline.remaining()) > 0) {
            if (interruptWhenWaiting) {
                throw new InterruptedException();
            }
            clock.advance(deadline.remaining());
            return null;
        }
        if (!left.isNegative()) {
            clock.advance(left);
        }
        return event(Objects.requireNonNull(script.poll()));
    }

    private SessionEvent event(Step step) {
        if (step.event instanceof SessionEvent.Pinged) {
            return step.event;
        }
        if (step.event != null) {
            end = step.event;
            return step.event;
        }
        received++;
        return new SessionEvent.Arrived(
                new CapturedMessage(Direction.RECEIVED, received, step.at, Objects.requireNonNull(step.payload)));
    }

    @Override
    public void close() {
        closed = true;
    }

    private record Step(Duration at, int order, @Nullable Payload payload, @Nullable SessionEvent event) {}
}
