package dev.wspact.internal.recording;

import dev.wspact.internal.time.Deadline;
import dev.wspact.internal.websocket.FrameHistory;
import dev.wspact.internal.websocket.Session;
import dev.wspact.internal.websocket.SessionEvent;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Direction;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Opcode;
import dev.wspact.message.Payload;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A session of which all that its owner sees is written down, in the order in which it is seen. */
public final class NotedSession implements Session {
    private final Session session;
    private final RecordingWriter writer;
    private final int connection;
    private boolean over;

    /** Notes what happens on a session, under the number that the handshake was written with. */
    public NotedSession(Session session, RecordingWriter writer, int connection) {
        this.session = session;
        this.writer = writer;
        this.connection = connection;
    }

    @Override
    public HandshakeResponse handshake() {
        return session.handshake();
    }

    @Override
    public Duration sinceOpen() {
        return session.sinceOpen();
    }

    @Override
    public FrameHistory history() {
        return session.history();
    }

    @Override
    public CapturedMessage send(Payload payload, Deadline deadline) throws IOException, InterruptedException {
        CapturedMessage sent = session.send(payload, deadline);
        writer.message(connection, sent);
        return sent;
    }

    @Override
    public @Nullable SessionEvent next(Deadline deadline) throws InterruptedException {
        SessionEvent event = session.next(deadline);
        if (event != null && !over) {
            note(event);
        }
        return event;
    }

    private void note(SessionEvent event) {
        if (event instanceof SessionEvent.Arrived arrived) {
            writer.message(connection, arrived.message());
        } else if (event instanceof SessionEvent.Pinged ping) {
            writer.control(connection, Direction.RECEIVED, Opcode.PING, ping.sinceOpen());
        } else if (event instanceof SessionEvent.Closed closed) {
            over = true;
            writer.closed(
                    connection,
                    new RecordedEvent.Closed(Direction.RECEIVED, closed.status(), closed.sinceOpen(), closed.how()));
        } else if (event instanceof SessionEvent.Abandoned abandoned) {
            end(abandoned.sinceOpen(), new RecordedEvent.Trouble(false, abandoned.problem(), abandoned.remedy()));
        } else if (event instanceof SessionEvent.Violated violated) {
            end(violated.sinceOpen(), new RecordedEvent.Trouble(true, violated.problem(), ""));
        }
    }

    private void end(Duration at, RecordedEvent.@Nullable Trouble trouble) {
        over = true;
        writer.ended(connection, at, trouble);
    }

    @Override
    public void ready(Duration at) {
        writer.ready(connection, at);
        session.ready(at);
    }

    @Override
    public void close() {
        if (!over) {
            end(session.sinceOpen(), null);
        }
        session.close();
    }
}
