package dev.wspact.internal.websocket;

import dev.wspact.internal.websocket.frame.DeflateParameters;
import dev.wspact.internal.websocket.frame.FrameHead;
import dev.wspact.internal.websocket.frame.FrameWriter;
import dev.wspact.internal.websocket.frame.MessageDeflater;
import dev.wspact.internal.websocket.frame.Role;
import dev.wspact.internal.websocket.frame.WholeFrame;
import dev.wspact.internal.websocket.io.Channel;
import dev.wspact.internal.websocket.io.WriteListener;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.Opcode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Writes Tyrus' frames to the connection, in the order in which Tyrus gives them, compressed if that is agreed on, and the answer
 * to the server's close; on any thread. Notes the frames that are with the operating system.
 */
final class WireWriter extends Writer {
    private final Channel channel;
    private final FrameLog log;
    private final SecureRandom maskKeys = new SecureRandom();
    private final Object lock = new Object();
    private @Nullable MessageDeflater deflater;
    private boolean closeSent;
    private boolean released;

    WireWriter(Channel channel, FrameLog log) {
        this.channel = channel;
        this.log = log;
    }

    /** Compresses messages from now on. */
    void compress(DeflateParameters parameters) {
        synchronized (lock) {
            deflater = new MessageDeflater(parameters, Role.CLIENT);
        }
    }

    /** Gives back what compressing takes; nothing is written any more. */
    void release() {
        synchronized (lock) {
            released = true;
            if (deflater != null) {
                deflater.close();
            }
        }
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
        WholeFrame plain = WholeFrame.of(Role.CLIENT, frame);
        boolean close = plain.head().opcode() == Opcode.CLOSE;
        IOException tooLate = null;
        synchronized (lock) {
            if (released) {
                tooLate = new IOException("the connection is closed");
            } else if (!close || !closeSent) {
                // in one piece with deflating, since each message refers to those before
                ByteBuffer bytes = onTheWire(frame, plain);
                WholeFrame whole = bytes == frame ? plain : WholeFrame.of(Role.CLIENT, bytes);
                channel.write(bytes, failure -> written(whole, failure, told));
                closeSent |= close;
                return;
            }
        }
        // one close is all that a side may send, also if both sides close at once
        told.written(tooLate);
    }

    private ByteBuffer onTheWire(ByteBuffer frame, WholeFrame plain) {
        FrameHead head = plain.head();
        if (deflater == null || head.opcode().control() || !head.whole()) {
            return frame;
        }
        ByteBuffer deflated = deflater.deflate(ByteBuffer.wrap(plain.payload()));
        return FrameWriter.frame(Role.CLIENT, true, FrameHead.RSV1, head.opcode(), deflated, maskKeys.nextInt());
    }

    private void written(WholeFrame frame, @Nullable IOException failure, WriteListener told) {
        if (failure == null) {
            log.sent(frame, System.nanoTime());
            if (frame.head().opcode() == Opcode.CLOSE) {
                log.closed(Direction.SENT, frame.closeStatus());
            }
        }
        told.written(failure);
    }

    /** Does nothing: Tyrus calls it before the server's close has come; the session ends the connection. */
    @Override
    public void close() {}
}
