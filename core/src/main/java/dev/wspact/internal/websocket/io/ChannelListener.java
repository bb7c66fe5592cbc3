package dev.wspact.internal.websocket.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Who is told what happens on a connection. Called on the loop's thread, so no method may block. */
public interface ChannelListener {
    /** The connection is open in both directions, and this is it. Not called if it never was. */
    void connected(Channel channel);

    /** Bytes have come. The buffer is the channel's again when the method returns; what it has not taken is lost. */
    void received(ByteBuffer bytes);

    /**
     * The connection has ended, or never was. Called once, as the last.
     *
     * @param cause what went wrong; null if one side ended it in order, or if {@link Channel#abort} did
     */
    void ended(@Nullable IOException cause);
}
