package dev.wspact.mock;

import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Headers;
import dev.wspact.message.Transcript;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An opening handshake that a mock provider has answered, and what went over the connection until now.
 *
 * @param number 1-based, in the order in which the handshakes came
 * @param request what the client asked for
 * @param answer how it was answered
 * @param opened when the handshake was answered
 * @param ending how the connection ended: with the first close frame of either side, or by breaking off; null while it is
 *     open
 * @param faults what went wrong on purpose, in the order in which it did
 * @param transcript what went over it, within limits; directions are seen from the client
 */
public record MockConnection(
        int number,
        Request request,
        Answer answer,
        Moment opened,
        @Nullable Ending ending,
        List<AppliedFault> faults,
        Transcript transcript) {
    /** Copies the list, rejects missing parts and a number below 1. */
    public MockConnection {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(opened, "opened");
        faults = List.copyOf(faults);
        Objects.requireNonNull(transcript, "transcript");
        if (number < 1) {
            throw new IllegalArgumentException("number is 1-based, but was " + number);
        }
    }

    /** Whether the handshake was accepted. */
    public boolean accepted() {
        return answer.status() == HandshakeResponse.SWITCHING_PROTOCOLS;
    }

    /** Whether it was accepted and has not ended yet. */
    public boolean isOpen() {
        return accepted() && ending == null;
    }

    /**
     * What the client asked for.
     *
     * @param path the path, as it came
     * @param query the query without its question mark, as it came; empty if there is none
     * @param headers the header fields, as they came
     */
    public record Request(String path, String query, Headers headers) {
        /** Rejects missing parts. */
        public Request {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(query, "query");
            Objects.requireNonNull(headers, "headers");
        }
    }

    /**
     * How an opening handshake was answered.
     *
     * @param status the HTTP status: 101 if it was accepted
     * @param subprotocol the subprotocol that was chosen; null for none
     * @param text why it was refused, in words; empty if it was accepted
     */
    public record Answer(int status, @Nullable String subprotocol, String text) {
        /** Rejects a missing text. */
        public Answer {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * A point in time, on two clocks.
     *
     * @param wallClock on the wall clock
     * @param sinceStart since the mock provider was started, on a clock that never jumps: for backoffs and other distances
     */
    public record Moment(Instant wallClock, Duration sinceStart) {
        /** Rejects missing parts. */
        public Moment {
            Objects.requireNonNull(wallClock, "wallClock");
            Objects.requireNonNull(sinceStart, "sinceStart");
        }
    }

    /**
     * How a connection ended.
     *
     * @param at when
     * @param close the first close on the wire; {@link CloseStatus#ABNORMAL} if there was none
     * @param closedBy who closed first, or broke off: {@link Direction#SENT} for the client, {@link Direction#RECEIVED} for
     *     the mock provider
     */
    public record Ending(Moment at, CloseStatus close, Direction closedBy) {
        /** Rejects missing parts. */
        public Ending {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(close, "close");
            Objects.requireNonNull(closedBy, "closedBy");
        }
    }

    /**
     * Something that went wrong on purpose.
     *
     * @param sinceOpen when, counted from the end of the opening handshake
     * @param fault what
     */
    public record AppliedFault(Duration sinceOpen, Fault fault) {
        /** Rejects missing parts. */
        public AppliedFault {
            Objects.requireNonNull(sinceOpen, "sinceOpen");
            Objects.requireNonNull(fault, "fault");
        }
    }
}
