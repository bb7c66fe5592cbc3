package dev.wspact.internal.websocket;

import dev.wspact.message.CapturedMessage;
import dev.wspact.message.CloseStatus;

/** What happens on an open connection, in the order it happened. */
public sealed interface SessionEvent {
    /** A whole message from the server. */
    record Arrived(CapturedMessage message) implements SessionEvent {}

    /** A ping from the server; it is answered already. */
    record Pinged(java.time.Duration sinceOpen) implements SessionEvent {}

    /** A message of the client, which only a recording has among its events: there nobody here sends. */
    record Sent(CapturedMessage message) implements SessionEvent {}

    /** The client of a recording had done all it had to, and its time began. */
    record Ready(java.time.Duration sinceOpen) implements SessionEvent {}

    /**
     * The server closed the connection, or it broke off; nothing follows.
     *
     * @param how what is known of how it broke off, as a clause; empty if nothing is, or it was closed
     */
    record Closed(CloseStatus status, java.time.Duration sinceOpen, String how) implements SessionEvent {
        /** A close, or an end of which nothing more is known. */
        public Closed(CloseStatus status, java.time.Duration sinceOpen) {
            this(status, sinceOpen, "");
        }
    }

    /**
     * The client gave up on the connection, for instance because a message was larger than the limit; nothing follows.
     *
     * @param problem what happened, without a final full stop
     * @param remedy what to do about it, without a final full stop
     */
    record Abandoned(String problem, String remedy, java.time.Duration sinceOpen) implements SessionEvent {}

    /**
     * The server broke the protocol, and the client failed the connection for it (RFC 6455 section 7.1.7); nothing follows.
     *
     * @param problem what the server did, at which frame, with its first bytes; without a final full stop
     * @param status how the client closed
     */
    record Violated(String problem, CloseStatus status, java.time.Duration sinceOpen) implements SessionEvent {}
}
