package dev.wspact.internal.websocket;

import dev.wspact.internal.time.Deadline;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Payload;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An open WebSocket connection. One thread sends, takes and closes; the I/O threads only timestamp and append to the
 * session's inbox, which is bounded: a full inbox makes the server wait.
 */
public interface Session extends AutoCloseable {
    /** The server's answer to the opening handshake. */
    HandshakeResponse handshake();

    /** Time since the end of the opening handshake, on the clock of the captured messages. */
    Duration sinceOpen();

    /** What has been on the wire in both directions so far, whether or not it has been taken; also after the end. */
    FrameHistory history();

    /**
     * Sends one message and returns it as captured.
     *
     * @throws java.io.IOException if the connection is closed or the message cannot be written before the deadline
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    CapturedMessage send(Payload payload, Deadline deadline) throws java.io.IOException, InterruptedException;

    /**
     * The next event, waiting for it until the deadline; null if none came. What has already arrived is returned even
     * if the deadline has passed. After the last event it is returned again by every call.
     *
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    @Nullable
    SessionEvent next(Deadline deadline) throws InterruptedException;

    /**
     * The client has sent and brought about all that it has to, and its time counts from here. For those who take notes.
     *
     * @param at since the end of the opening handshake
     */
    default void ready(Duration at) {}

    /** Closes with 1000 if still open, waits a bounded time for the server's close, and releases everything. */
    @Override
    void close();
}
