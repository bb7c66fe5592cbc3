package dev.wspact.internal.recording;

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
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Plays a recorded connection: the events come one after the other in the order of the recording, and nobody waits for them,
 * since the clock moves with them. What the client sent is an event too.
 */
public final class PlayedSession implements Session {
    private static final HandshakeResponse UNSEEN =
            new HandshakeResponse(HandshakeResponse.SWITCHING_PROTOCOLS, Headers.NONE);

    private final RecordedConnection connection;
    private final RecordedTime time;
    private final Iterator<RecordedEvent> events;
    private final Instant opened;
    private @Nullable RecordedEvent ahead;
    private @Nullable SessionEvent end;

    /** Begins to play a connection that was open. */
    public PlayedSession(RecordedConnection connection, RecordedTime time) {
        this.connection = connection;
        this.time = time;
        this.events = connection.events().iterator();
        this.opened = Objects.requireNonNullElse(connection.answer().opened(), Instant.EPOCH);
        time.begin(opened);
    }

    @Override
    public HandshakeResponse handshake() {
        HandshakeResponse response = connection.answer().response();
        return response == null ? UNSEEN : response;
    }

    @Override
    public Duration sinceOpen() {
        return time.sinceBegin();
    }

    @Override
    public FrameHistory history() {
        return new FrameHistory(opened, Transcript.Frames.NONE, closing());
    }

    private FrameHistory.@Nullable Closing closing() {
        for (RecordedEvent event : connection.events()) {
            if (event instanceof RecordedEvent.Closed closed) {
                return closed.status().code() == CloseStatus.ABNORMAL
                        ? null
                        : new FrameHistory.Closing(closed.by(), closed.status());
            }
        }
        return new FrameHistory.Closing(Direction.SENT, new CloseStatus(CloseStatus.NORMAL, ""));
    }

    @Override
    public CapturedMessage send(Payload payload, Deadline deadline) throws IOException {
        throw new IOException("nothing can be sent to a recording");
    }

    @Override
    public @Nullable SessionEvent next(Deadline deadline) {
        if (end != null) {
            return end;
        }
        Duration until = sinceOpen().plus(deadline.remaining());
        while (ahead != null || events.hasNext()) {
            RecordedEvent next = ahead == null ? events.next() : ahead;
            if (next.sinceOpen().compareTo(until) > 0) {
                ahead = next;
                break;
            }
            ahead = null;
            time.advanceTo(next.sinceOpen());
            SessionEvent event = event(next);
            if (event != null) {
                return event;
            }
        }
        time.advanceTo(until);
        return null;
    }

    /** What a session says of it; null if nothing. */
    private @Nullable SessionEvent event(RecordedEvent recorded) {
        if (recorded instanceof RecordedEvent.Message message) {
            return message.captured().direction() == Direction.SENT
                    ? new SessionEvent.Sent(message.captured())
                    : new SessionEvent.Arrived(message.captured());
        }
        if (recorded instanceof RecordedEvent.Ping ping) {
            return ping.by() == Direction.RECEIVED ? new SessionEvent.Pinged(ping.sinceOpen()) : null;
        }
        if (recorded instanceof RecordedEvent.Ready ready) {
            return new SessionEvent.Ready(ready.sinceOpen());
        }
        end = end(recorded);
        return end;
    }

    private static @Nullable SessionEvent end(RecordedEvent recorded) {
        if (recorded instanceof RecordedEvent.Closed closed && closed.by() == Direction.RECEIVED) {
            return new SessionEvent.Closed(closed.status(), closed.sinceOpen(), closed.how());
        }
        if (recorded instanceof RecordedEvent.Ended ended && ended.trouble() != null) {
            RecordedEvent.Trouble trouble = ended.trouble();
            return trouble.violation()
                    ? new SessionEvent.Violated(
                            trouble.problem(), new CloseStatus(CloseStatus.ABNORMAL, ""), ended.sinceOpen())
                    : new SessionEvent.Abandoned(trouble.problem(), trouble.remedy(), ended.sinceOpen());
        }
        return null;
    }

    @Override
    public void close() {
        // there is nothing to release
    }
}
