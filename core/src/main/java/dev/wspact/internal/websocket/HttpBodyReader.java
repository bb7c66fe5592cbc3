package dev.wspact.internal.websocket;

import dev.wspact.internal.time.Deadline;
import dev.wspact.message.ResponseBody;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Reads the body of an HTTP answer as it comes, in any cuts: as long as {@code Content-Length} says, in chunks, or until the
 * connection ends (<a href="https://www.rfc-editor.org/rfc/rfc9112#section-6.3">RFC 9112 section 6.3</a>); 64 KiB of it at
 * most. One thread reads, another one waits and takes what has come.
 */
final class HttpBodyReader {
    /** How many bytes of a body are kept. */
    static final int LIMIT = 64 << 10;

    private final HttpHead head;
    private final Framing framing;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final CountDownLatch over = new CountDownLatch(1);
    private boolean whole;

    private HttpBodyReader(HttpHead head, Framing framing) {
        this.head = head;
        this.framing = framing;
    }

    /** Reads what stands behind this head. */
    static HttpBodyReader of(HttpHead head) {
        HttpBodyReader reader = new HttpBodyReader(head, framing(head));
        reader.read(ByteBuffer.allocate(0));
        return reader;
    }

    /** Reads on; what stands behind the body is left. */
    synchronized void read(ByteBuffer bytes) {
        if (over.getCount() == 0) {
            return;
        }
        boolean last = framing.read(bytes, content);
        whole = last && framing.isSound() && content.size() <= LIMIT;
        if (last || content.size() > LIMIT) {
            over.countDown();
        }
    }

    /** The connection has ended, and with it the body. */
    synchronized void ended() {
        if (over.getCount() > 0) {
            whole = framing.endsWithTheConnection();
            over.countDown();
        }
    }

    /** The body once nothing more of it is to come, or what has come of it by the deadline. */
    ResponseBody await(Deadline deadline) throws InterruptedException {
        boolean ignored = over.await(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        synchronized (this) {
            byte[] bytes = content.toByteArray();
            int kept = Math.min(bytes.length, LIMIT);
            return HttpText.body(ByteBuffer.wrap(bytes, 0, kept), head.headers(), whole);
        }
    }

    private static Framing framing(HttpHead head) {
        if (head.status() == 204 || head.status() == 304) {
            return new Counted(0);
        }
        List<String> codings = head.headers().values("Transfer-Encoding");
        if (!codings.isEmpty()) {
            String last = codings.get(codings.size() - 1).toLowerCase(Locale.ROOT);
            return last.endsWith("chunked") ? new ChunkedBody() : new UntilEnd();
        }
        List<String> lengths = head.headers().values("Content-Length");
        boolean usable = lengths.size() == 1 && lengths.get(0).matches("\\d{1,18}");
        return usable ? new Counted(Long.parseLong(lengths.get(0))) : new UntilEnd();
    }

    /** Where a body ends. */
    interface Framing {
        /**
         * Adds what belongs to the body.
         *
         * @return whether that was the last of it
         */
        boolean read(ByteBuffer bytes, ByteArrayOutputStream content);

        /** Whether the end of the connection is a proper end of the body. */
        default boolean endsWithTheConnection() {
            return false;
        }

        /** Whether it could be understood. */
        default boolean isSound() {
            return true;
        }

        /** Moves so many bytes, or as many as there are, but not many more than are kept. */
        static int move(ByteBuffer bytes, long most, ByteArrayOutputStream content) {
            int length = (int) Math.min(most, bytes.remaining());
            byte[] moved = new byte[length];
            bytes.get(moved);
            content.write(moved, 0, Math.min(length, Math.max(0, LIMIT + 1 - content.size())));
            return length;
        }
    }

    private static final class Counted implements Framing {
        private long left;

        Counted(long length) {
            this.left = length;
        }

        @Override
        public boolean read(ByteBuffer bytes, ByteArrayOutputStream content) {
            left -= Framing.move(bytes, left, content);
            return left == 0;
        }
    }

    private static final class UntilEnd implements Framing {
        @Override
        public boolean read(ByteBuffer bytes, ByteArrayOutputStream content) {
            Framing.move(bytes, Long.MAX_VALUE, content);
            return false;
        }

        @Override
        public boolean endsWithTheConnection() {
            return true;
        }
    }
}
