package dev.wspact.internal.websocket;

import dev.wspact.internal.websocket.frame.LimitExceededException;
import dev.wspact.internal.websocket.frame.MessageListener;
import dev.wspact.internal.websocket.frame.MessageReader;
import dev.wspact.internal.websocket.frame.ProtocolViolationException;
import dev.wspact.internal.websocket.frame.ReaderLimits;
import dev.wspact.internal.websocket.frame.Role;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.Opcode;
import dev.wspact.message.Payload;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads the frames that go by in both directions. A side that cannot be understood any more is passed on unread. */
final class RelayTap {
    private final RelayListener.Traffic traffic;
    private final long openedAtNanos = System.nanoTime();
    private boolean over;

    RelayTap(RelayListener.Traffic traffic) {
        this.traffic = traffic;
    }

    Side side(Direction by, Role sender, ReaderLimits limits) {
        return new Side(by, sender, limits);
    }

    /** Both sides have ended. */
    void ended() {
        end(null);
    }

    private synchronized void end(@Nullable String violation) {
        if (!over) {
            over = true;
            traffic.ended(sinceOpen(), violation);
        }
    }

    private synchronized void closed(Direction by, CloseStatus status) {
        if (!over) {
            over = true;
            traffic.closed(by, status, sinceOpen());
        }
    }

    private synchronized void message(Direction by, Payload payload) {
        if (!over) {
            traffic.message(by, payload, sinceOpen());
        }
    }

    private synchronized void control(Direction by, Opcode opcode) {
        if (!over) {
            traffic.control(by, opcode, sinceOpen());
        }
    }

    private Duration sinceOpen() {
        return Duration.ofNanos(System.nanoTime() - openedAtNanos);
    }

    /** One direction; of one thread. */
    final class Side implements MessageListener {
        private final Direction by;
        private final MessageReader reader;
        private boolean lost;

        private Side(Direction by, Role sender, ReaderLimits limits) {
            this.by = by;
            this.reader = new MessageReader(sender, limits, null, this);
        }

        /** Takes bytes, of which nothing is changed but the buffer's position. */
        void read(ByteBuffer bytes) {
            if (lost) {
                return;
            }
            try {
                reader.read(bytes);
            } catch (ProtocolViolationException e) {
                lost = true;
                end(
                        by == Direction.RECEIVED
                                ? e.violation().text()
                                : "the client: " + e.violation().text());
            } catch (LimitExceededException e) {
                lost = true;
                end(e.getMessage());
            }
        }

        @Override
        public void text(String message) {
            message(by, new Payload.Text(message));
        }

        @Override
        public void binary(byte[] message) {
            message(by, Payload.Binary.of(message));
        }

        @Override
        public void ping(byte[] payload) {
            control(by, Opcode.PING);
        }

        @Override
        public void pong(byte[] payload) {
            control(by, Opcode.PONG);
        }

        @Override
        public void close(CloseStatus status) {
            closed(by, status);
        }
    }
}
