package dev.wspact.internal.websocket.io;

import java.nio.ByteBuffer;

/** One connection, as a stream of bytes in both directions. Any thread may call any method; none of them blocks. */
public interface Channel {
    /** Sends bytes, behind all that was given before. The buffer is the channel's from now on. */
    void write(ByteBuffer bytes, WriteListener listener);

    /** Whether to read what comes. While nothing is read the other side has to wait, sooner or later. */
    void reading(boolean on);

    /**
     * Runs a task on the thread on which the channel's listener is called: at once if the caller is that thread, else soon.
     *
     * @return false if that thread has ended, and the task will never be run
     */
    boolean execute(Runnable task);

    /** Ends the connection once all that was given to {@link #write} is sent. */
    void end();

    /** Ends the connection at once. */
    void abort();
}
