package dev.wspact.internal.websocket;

import dev.wspact.internal.websocket.frame.Role;
import dev.wspact.internal.websocket.frame.WholeFrame;
import dev.wspact.internal.websocket.io.Channel;
import dev.wspact.message.Direction;
import dev.wspact.message.Opcode;
import java.nio.ByteBuffer;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;

/**
 * Writes Tyrus' frames to the connection, in the order in which Tyrus gives them, on any thread, and notes those that are
 * with the operating system.
 */
final class WireWriter extends Writer {
    private final Channel channel;
    private final FrameLog log;

    WireWriter(Channel channel, FrameLog log) {
        this.channel = channel;
        this.log = log;
    }

    @Override
    public void write(ByteBuffer frame, CompletionHandler<ByteBuffer> completion) {
        WholeFrame whole = WholeFrame.of(Role.CLIENT, frame);
        channel.write(frame, failure -> {
            if (failure == null) {
                written(whole);
                completion.completed(frame);
            } else {
                completion.failed(failure);
            }
        });
    }

    private void written(WholeFrame frame) {
        log.sent(frame, System.nanoTime());
        if (frame.head().opcode() == Opcode.CLOSE) {
            log.closed(Direction.SENT, frame.closeStatus());
        }
    }

    /** Does nothing: Tyrus calls it before the server's close has come; the session ends the connection. */
    @Override
    public void close() {}
}
