package dev.wspact.internal.recording;

import dev.wspact.message.CapturedMessage;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What happened on a recorded connection. */
public sealed interface RecordedEvent {
    /** When, since the end of the opening handshake. */
    Duration sinceOpen();

    /**
     * A whole message.
     *
     * @param captured the message
     * @param redacted JSON Pointers to its values that were taken out
     */
    record Message(CapturedMessage captured, List<String> redacted) implements RecordedEvent {
        /** Copies the list. */
        public Message {
            Objects.requireNonNull(captured, "captured");
            redacted = List.copyOf(redacted);
        }

        @Override
        public Duration sinceOpen() {
            return captured.sinceOpen();
        }
    }

    /** A ping. */
    record Ping(Direction by, Duration sinceOpen) implements RecordedEvent {}

    /** The verifier had sent what it had to, and brought about what it waits for: from here on time counts. */
    record Ready(Duration sinceOpen) implements RecordedEvent {}

    /**
     * The connection was closed by a side, or dropped ({@code 1006}).
     *
     * @param how what is known of how it broke off, as a clause; empty if nothing is, or it was closed
     */
    record Closed(Direction by, CloseStatus status, Duration sinceOpen, String how) implements RecordedEvent {
        /** A close, or an end of which nothing more is known. */
        public Closed(Direction by, CloseStatus status, Duration sinceOpen) {
            this(by, status, sinceOpen, "");
        }
    }

    /** The recorder stopped watching; for this reason, if there was one but that all was seen. */
    record Ended(Duration sinceOpen, @Nullable Trouble trouble) implements RecordedEvent {}

    /**
     * Why a client gave up on a connection.
     *
     * @param violation whether the server broke the protocol
     * @param problem what happened, without a final full stop
     * @param remedy what to do about it, without a final full stop; empty for a violation
     */
    record Trouble(boolean violation, String problem, String remedy) {
        /** Rejects missing texts. */
        public Trouble {
            Objects.requireNonNull(problem, "problem");
            Objects.requireNonNull(remedy, "remedy");
        }
    }
}
