package dev.wspact.internal.websocket;

import dev.wspact.internal.websocket.io.Channel;
import java.nio.ByteBuffer;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;

/** Writes Tyrus' frames to the connection, in the order in which Tyrus gives them, on any thread. */
final class WireWriter extends Writer {
    private final Channel channel;

    WireWriter(Channel channel) {
        this.channel = channel;
    }

    @Override
    public void write(ByteBuffer frame, CompletionHandler<ByteBuffer> completion) {
        channel.write(frame, failure -> {
            if (failure == null) {
                completion.completed(frame);
            } else {
                completion.failed(failure);
            }
        });
    }

    /** Does nothing: Tyrus calls it before the server's close has come; the session ends the connection. */
    @Override
    public void close() {}
}
