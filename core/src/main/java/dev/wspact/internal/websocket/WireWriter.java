package dev.wspact.internal.websocket;

import dev.wspact.internal.websocket.frame.FrameWriter;
import dev.wspact.internal.websocket.frame.Role;
import dev.wspact.internal.websocket.frame.WholeFrame;
import dev.wspact.internal.websocket.io.Channel;
import dev.wspact.internal.websocket.io.WriteListener;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.Opcode;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;

/**
 * Writes Tyrus' frames to the connection, in the order in which Tyrus gives them, and the answer to the server's close; on any
 * thread. Notes the frames that are with the operating system.
 */
final class WireWriter extends Writer {
    private final Channel channel;
    private final FrameLog log;
    private final AtomicBoolean closeSent = new AtomicBoolean();
    private final SecureRandom maskKeys = new SecureRandom();

    WireWriter(Channel channel, FrameLog log) {
        this.channel = channel;
        this.log = log;
    }

    @Override
    public void write(ByteBuffer frame, CompletionHandler<ByteBuffer> completion) {
        send(frame, failure -> {
            if (failure == null) {
                completion.completed(frame);
            } else {
                completion.failed(failure);
            }
        });
    }

    /**
     * Answers the server's close with its own code (RFC 6455 section 5.5.1). Tyrus would answer one that it does not know, such
     * as 1014, with 1002, as if the server had broken the protocol. Does nothing if it is itself an answer.
     */
    void answerClose(CloseStatus status) {
        send(
                FrameWriter.close(Role.CLIENT, new CloseStatus(status.code(), ""), maskKeys.nextInt()),
                WriteListener.NOBODY);
    }

    private void send(ByteBuffer frame, WriteListener told) {
        WholeFrame whole = WholeFrame.of(Role.CLIENT, frame);
        if (whole.head().opcode() == Opcode.CLOSE && closeSent.getAndSet(true)) {
            // both sides close at once, and one close is all that a side may send
            told.written(null);
            return;
        }
        channel.write(frame, failure -> {
            if (failure == null) {
                written(whole);
            }
            told.written(failure);
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
