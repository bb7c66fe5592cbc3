package dev.wspact.internal.websocket;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.glassfish.tyrus.spi.Writer;

/**
 * Writes Tyrus' frames to the wire, on the thread that sends: the verifying thread for messages, the connection's thread
 * for pongs and for the answer to a close.
 */
final class WireWriter extends Writer {
    private final OutputStream out;

    WireWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public synchronized void write(ByteBuffer frame, CompletionHandler<ByteBuffer> completion) {
        try {
            out.write(frame.array(), frame.arrayOffset() + frame.position(), frame.remaining());
            out.flush();
            completion.completed(frame);
        } catch (IOException e) {
            // never thrown: Tyrus would write to the log instead of telling the sender
            completion.failed(e);
        }
    }

    /** Does nothing: Tyrus calls it before the server's close has come; the connection's thread ends the connection. */
    @Override
    public void close() {}
}
