package dev.wspact.internal.recording;

import dev.wspact.internal.websocket.ConnectOutcome;
import dev.wspact.internal.websocket.RelayListener;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Headers;
import dev.wspact.message.Opcode;
import dev.wspact.message.Payload;
import dev.wspact.verification.RecordedTraffic;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Writes down what goes through a relay, up to a number of messages. Any thread may call. */
final class RelayNotes implements RelayListener {
    private final RecordingWriter writer;
    private final long most;
    private final CountDownLatch enough = new CountDownLatch(1);
    private final Set<Notes> open = new LinkedHashSet<>();
    private boolean stopped;
    private int connections;
    private long messages;

    /** Notes of at most so many messages; 0 for any number. */
    RelayNotes(RecordingWriter writer, long most) {
        this.writer = writer;
        this.most = most;
    }

    /** Waits until there are enough messages; false if the time was over before. */
    boolean await(Duration longest) throws InterruptedException {
        return enough.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized RecordedTraffic traffic(String ended) {
        return new RecordedTraffic(connections, messages, ended);
    }

    /** Writes the end of what is still open, and nothing more. */
    synchronized void stop() {
        List.copyOf(open).forEach(notes -> notes.ended(notes.sinceOpen(), null));
        stopped = true;
    }

    @Override
    public synchronized Traffic opened(URI url, Headers request, HandshakeResponse response, Instant opened) {
        Notes notes = new Notes();
        if (!stopped) {
            connections++;
            notes.connection =
                    writer.handshake(request(url, request), new RecordedConnection.Answer(response, null, opened));
            open.add(notes);
        }
        return notes;
    }

    @Override
    public synchronized void refused(URI url, Headers request, HandshakeResponse response) {
        if (!stopped) {
            writer.handshake(
                    request(url, request),
                    new RecordedConnection.Answer(response, new ConnectOutcome.Refused(response), null));
        }
    }

    @Override
    public synchronized void unreachable(URI url, Headers request, String problem) {
        if (!stopped) {
            var failure = new ConnectOutcome.Unreachable(true, problem, "See whether the server runs");
            writer.handshake(request(url, request), new RecordedConnection.Answer(null, failure, null));
        }
    }

    private static RecordedConnection.Request request(URI url, Headers headers) {
        return new RecordedConnection.Request(0, url, headers, null);
    }

    /** One connection. */
    private final class Notes implements Traffic {
        private final long openedAtNanos = System.nanoTime();
        private final Map<Direction, Long> positions = new EnumMap<>(Direction.class);
        private int connection;

        private Duration sinceOpen() {
            return Duration.ofNanos(System.nanoTime() - openedAtNanos);
        }

        @Override
        public void message(Direction by, Payload payload, Duration sinceOpen) {
            synchronized (RelayNotes.this) {
                if (stopped || !open.contains(this) || (most > 0 && messages >= most)) {
                    return;
                }
                messages++;
                writer.message(
                        connection, new CapturedMessage(by, positions.merge(by, 1L, Long::sum), sinceOpen, payload));
                if (messages == most) {
                    enough.countDown();
                }
            }
        }

        @Override
        public void control(Direction by, Opcode opcode, Duration sinceOpen) {
            synchronized (RelayNotes.this) {
                if (!stopped && open.contains(this)) {
                    writer.control(connection, by, opcode, sinceOpen);
                }
            }
        }

        @Override
        public void closed(Direction by, CloseStatus status, Duration sinceOpen) {
            synchronized (RelayNotes.this) {
                if (!stopped && open.remove(this)) {
                    writer.closed(connection, new RecordedEvent.Closed(by, status, sinceOpen));
                }
            }
        }

        @Override
        public void ended(Duration sinceOpen, @Nullable String violation) {
            synchronized (RelayNotes.this) {
                if (!stopped && open.remove(this)) {
                    writer.ended(
                            connection,
                            sinceOpen,
                            violation == null ? null : new RecordedEvent.Trouble(true, violation, ""));
                }
            }
        }
    }
}
