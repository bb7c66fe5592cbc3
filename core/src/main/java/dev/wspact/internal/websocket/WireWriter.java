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
 * Writes Tyrus' frames to the connection, in the order in which Tyrus gives them, compressed if that is agreed on, and the answers
 * to the server's pings and close; on any thread. Notes the frames that are with the operating system.
 */
final class WireWriter extends Writer {
    private final Channel channel;
    private final FrameLog frames;
    private final SecureRandom maskKeys;
    /** Held while a message is compressed and sent; never by the thread of the connections, which must not wait for that. */
    private final Object messages = new Object();

    private final Object lock = new Object();
    private @Nullable MessageDeflater deflater;
    private boolean deflating;
    private boolean closeSent;
    private boolean pongUnwritten;
    private byte @Nullable [] unanswered;
    private boolean released;

    /** Writes to a channel, with mask keys from where all connections have them: a source of its own would be dear. */
    WireWriter(Channel channel, FrameLog frames, SecureRandom maskKeys) {
        this.channel = channel;
        this.maskKeys = maskKeys;
        this.frames = frames;
    }

    /** Compresses messages from now on. */
    void compress(DeflateParameters parameters) {
        synchronized (lock) {
            deflater = new MessageDeflater(parameters, Role.CLIENT);
        }
    }

    /** Gives back what compressing takes, as soon as nobody compresses; nothing is written any more. */
    void release() {
        synchronized (lock) {
            released = true;
            if (deflater != null && !deflating) {
                deflater.close();
            }
        }
    }

    /** Who compresses the next message, without the lock: it may take long, and answers to pings must not wait for it. */
    private @Nullable MessageDeflater beginDeflating() {
        synchronized (lock) {
            deflating = deflater != null && !released;
            return deflating ? deflater : null;
        }
    }

    private void endDeflating(MessageDeflater compressing) {
        synchronized (lock) {
            deflating = false;
            if (released) {
                compressing.close();
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

    /**
     * Answers a ping. Of several that come while an answer is not written yet, because the server does not read, only the last is
     * answered, so that no answers pile up (RFC 6455 section 5.5.3).
     */
    void answerPing(byte[] payload) {
        synchronized (lock) {
            if (pongUnwritten) {
                unanswered = payload;
                return;
            }
            pongUnwritten = true;
        }
        pong(payload);
    }

    private void pong(byte[] payload) {
        send(
                FrameWriter.frame(Role.CLIENT, true, 0, Opcode.PONG, ByteBuffer.wrap(payload), maskKeys.nextInt()),
                failure -> pongWritten());
    }

    private void pongWritten() {
        byte[] next;
        synchronized (lock) {
            next = unanswered;
            unanswered = null;
            pongUnwritten = next != null;
        }
        if (next != null) {
            pong(next);
        }
    }

    private void send(ByteBuffer frame, WriteListener told) {
        WholeFrame plain = WholeFrame.of(Role.CLIENT, frame);
        if (plain.head().opcode().control() || !plain.head().whole()) {
            pass(plain, frame, told);
            return;
        }
        // in one piece with deflating, since each message refers to those before
        synchronized (messages) {
            MessageDeflater compressing = beginDeflating();
            if (compressing == null) {
                pass(plain, frame, told);
                return;
            }
            ByteBuffer bytes;
            try {
                bytes = deflated(plain, compressing);
            } finally {
                endDeflating(compressing);
            }
            pass(WholeFrame.of(Role.CLIENT, bytes), bytes, told);
        }
    }

    private void pass(WholeFrame frame, ByteBuffer bytes, WriteListener told) {
        Opcode opcode = frame.head().opcode();
        IOException tooLate = null;
        synchronized (lock) {
            if (released || (closeSent && !opcode.control())) {
                tooLate = new IOException("the connection is closed");
            } else if (!closeSent || opcode != Opcode.CLOSE) {
                // one close is all that a side may send, also if both sides close at once
                channel.write(bytes, failure -> written(frame, failure, told));
                closeSent |= opcode == Opcode.CLOSE;
                return;
            }
        }
        told.written(tooLate);
    }

    private ByteBuffer deflated(WholeFrame plain, MessageDeflater compressing) {
        ByteBuffer deflated = compressing.deflate(ByteBuffer.wrap(plain.payload()));
        return FrameWriter.frame(
                Role.CLIENT, true, FrameHead.RSV1, plain.head().opcode(), deflated, maskKeys.nextInt());
    }

    private void written(WholeFrame frame, @Nullable IOException failure, WriteListener told) {
        if (failure == null) {
            frames.sent(frame, System.nanoTime());
            if (frame.head().opcode() == Opcode.CLOSE) {
                frames.closed(Direction.SENT, frame.closeStatus());
            }
        }
        told.written(failure);
    }

    /** Does nothing: Tyrus calls it before the server's close has come; the session ends the connection. */
    @Override
    public void close() {}
}
