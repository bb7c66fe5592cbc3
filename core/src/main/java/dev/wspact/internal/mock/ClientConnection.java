package dev.wspact.internal.mock;

import dev.wspact.internal.time.Deadline;
import dev.wspact.internal.websocket.AcceptKey;
import dev.wspact.internal.websocket.frame.FrameView;
import dev.wspact.internal.websocket.frame.LimitExceededException;
import dev.wspact.internal.websocket.frame.MessageListener;
import dev.wspact.internal.websocket.frame.MessageReader;
import dev.wspact.internal.websocket.frame.ProtocolViolationException;
import dev.wspact.internal.websocket.frame.ReaderLimits;
import dev.wspact.internal.websocket.frame.Role;
import dev.wspact.message.CapturedFrame;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.Headers;
import dev.wspact.message.Opcode;
import dev.wspact.message.Payload;
import dev.wspact.mock.MockOptions;
import dev.wspact.verification.Limits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One TCP connection of a client: its opening handshake, and all that comes on it. Runs on a thread of its own, which also
 * starts the one that sends.
 */
final class ClientConnection implements Runnable {
    private static final int CHUNK = 16 << 10;
    /** How long a side that is done waits for the other to be done, too. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final Socket socket;
    private final Surroundings surroundings;
    private final String name;
    private volatile @Nullable Entry entry;
    private @Nullable Conversation conversation;
    private @Nullable Thread sending;

    /**
     * A connection.
     *
     * @param name of its threads
     */
    ClientConnection(Socket socket, Surroundings surroundings, String name) {
        this.socket = socket;
        this.surroundings = surroundings;
        this.name = name;
    }

    /** What all connections of a mock provider have in common. */
    interface Surroundings {
        Journal journal();

        MockOptions options();

        /** How the opening handshake is answered. */
        Handshake answer(ClientRequest request);
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), CHUNK);
            OutputStream out = socket.getOutputStream();
            Handshake handshake = handshake(in, out);
            if (handshake != null && handshake.accepted()) {
                converse(in);
            }
        } catch (IOException e) {
            // the client has broken off, or the mock provider is closed; what became of it stands in the journal
            abort();
        } catch (IllegalStateException | IllegalArgumentException e) {
            fault(e);
        } finally {
            over();
        }
    }

    /** Ends the connection at once. */
    void abort() {
        try {
            socket.close();
        } catch (IOException e) {
            // the system takes the descriptor back even if it has something to say about it
            assert socket.isClosed();
        }
    }

    /** Reads the handshake and answers a refusal; an acceptance is left to be answered. Null if there is none. */
    private @Nullable Handshake handshake(InputStream in, OutputStream out) throws IOException {
        Limits limits = surroundings.options().limits();
        ClientRequest request;
        Handshake handshake;
        try {
            request = ClientRequest.read(socket, in, limits.handshakeBytes(), Deadline.after(limits.handshakeTime()));
            handshake = surroundings.answer(request);
        } catch (ClientRequest.MalformedRequestException e) {
            request = new ClientRequest("", "", "", Headers.NONE);
            handshake = Doorkeeper.refusal(request, 400, String.valueOf(e.getMessage()));
        }
        if (handshake.accepted()) {
            String key = request.headers().values("Sec-WebSocket-Key").get(0);
            accept(handshake, key, out);
        } else {
            refuse(handshake, in, out);
        }
        return handshake;
    }

    private void refuse(Handshake handshake, InputStream in, OutputStream out) throws IOException {
        Entry refused = surroundings.journal().answered(handshake, null);
        byte[] body = handshake.body().getBytes(StandardCharsets.UTF_8);
        Headers headers = handshake
                .headers()
                .overriddenBy(new Headers(Map.of(
                        "Content-Length", List.of(String.valueOf(body.length)), "Connection", List.of("close"))));
        out.write(HttpAnswer.head(handshake.answer().status(), headers));
        out.write(body);
        out.flush();
        for (Part part : handshake.parts()) {
            synchronized (surroundings.journal()) {
                surroundings.journal().progress(part).done();
            }
        }
        surroundings.journal().ended(refused, Direction.RECEIVED);
        drain(in);
    }

    private void accept(Handshake handshake, String key, OutputStream out) throws IOException {
        // known and ready before the client knows it, so that a test that has connected finds it, and can push at once
        Journal journal = surroundings.journal();
        Entry accepted = journal.answered(
                handshake,
                made -> new Outbox(new FrameSender(socket, out, journal, made), handshake.misbehavior(), this::abort));
        entry = accepted;
        Conversation begun = new Conversation(accepted, journal, surroundings.options());
        begun.opened();
        conversation = begun;
        out.write(HttpAnswer.accepting(handshake, AcceptKey.of(key)));
        out.flush();
        Outbox outbox = Objects.requireNonNull(accepted.outbox());
        Thread thread = new Thread(outbox, name + "-send");
        thread.setDaemon(true);
        sending = thread;
        thread.start();
    }

    private void converse(InputStream in) throws IOException {
        Entry open = Objects.requireNonNull(entry);
        Conversation begun = Objects.requireNonNull(conversation);
        Limits limits = surroundings.options().limits();
        MessageReader reader = new MessageReader(
                Role.CLIENT,
                new ReaderLimits(
                        limits.messageBytes(),
                        limits.fragmentsPerMessage(),
                        limits.controlFramesPerSecond(),
                        limits.inflatedBytes()),
                null,
                new Incoming(open, begun));
        socket.setSoTimeout(0);
        try {
            read(open, reader, in);
        } catch (ProtocolViolationException e) {
            surroundings
                    .journal()
                    .surprise(
                            open,
                            new Handshake.Surprise(
                                    "it broke the protocol: " + e.violation().text(),
                                    "",
                                    List.of(),
                                    "correct the client, or the WebSocket library that it uses"));
            fail(open, e.violation().closeCode());
        } catch (LimitExceededException e) {
            surroundings
                    .journal()
                    .surprise(
                            open,
                            new Handshake.Surprise(
                                    String.valueOf(e.getMessage()),
                                    "",
                                    List.of(),
                                    "let the client send less, or raise the limit in the options"));
            fail(open, e.closeCode());
        }
        finish(open, in);
    }

    private void read(Entry open, MessageReader reader, InputStream in)
            throws IOException, ProtocolViolationException, LimitExceededException {
        byte[] chunk = new byte[CHUNK];
        while (!reader.ended()) {
            int length = in.read(chunk);
            if (length < 0) {
                // what was being written counts before the end does
                Objects.requireNonNull(open.outbox()).stop();
                awaitEnd(open, LINGER);
                surroundings.journal().ended(open, Direction.SENT);
                return;
            }
            if (open.misbehavior.deaf()) {
                awaitEnd(open, Duration.ofDays(1));
                return;
            }
            reader.read(ByteBuffer.wrap(chunk, 0, length));
        }
    }

    private void fail(Entry open, int code) {
        Objects.requireNonNull(open.outbox()).close(new Outbox.Closing(new CloseStatus(code, ""), null), Duration.ZERO);
    }

    /** Lets the last be sent, then ends the connection in order (RFC 6455 section 7.1.1: the server first). */
    private void finish(Entry open, InputStream in) throws IOException {
        if (open.misbehavior.silent()) {
            drainForever(in);
            return;
        }
        awaitEnd(open, LINGER);
        if (!socket.isClosed()) {
            socket.shutdownOutput();
            drain(in);
        }
    }

    private void awaitEnd(Entry open, Duration longest) throws IOException {
        try {
            Objects.requireNonNull(open.outbox()).awaitEnd(Deadline.after(longest));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the mock provider is closed", e);
        }
    }

    /** Reads away what still comes, so that the operating system does not reset a connection whose end is not read yet. */
    private void drain(InputStream in) throws IOException {
        Deadline deadline = Deadline.after(LINGER);
        if (!socket.isOutputShutdown()) {
            socket.shutdownOutput();
        }
        byte[] rest = new byte[CHUNK];
        while (!deadline.hasPassed()) {
            socket.setSoTimeout((int) deadline.remaining().toMillis() + 1);
            if (in.read(rest) < 0) {
                return;
            }
        }
    }

    private void drainForever(InputStream in) throws IOException {
        byte[] rest = new byte[CHUNK];
        int length;
        do {
            length = in.read(rest);
        } while (length >= 0);
    }

    /** A fault of wspact's own must not look like a proof. */
    private void fault(RuntimeException e) {
        Entry open = entry;
        if (open != null) {
            surroundings
                    .journal()
                    .surprise(
                            open,
                            new Handshake.Surprise(
                                    "the mock provider failed: " + e, "", List.of(), "report this as a bug of wspact"));
        }
    }

    private void over() {
        Entry open = entry;
        if (open != null) {
            Objects.requireNonNull(open.outbox()).stop();
        }
        Thread thread = sending;
        boolean interrupted = Thread.interrupted();
        while (thread != null && thread.isAlive()) {
            try {
                // the socket is closed, so that it writes nothing any more
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (open != null) {
            surroundings.journal().ended(open, Direction.SENT);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes what the client sends. */
    private final class Incoming implements MessageListener {
        private final Entry open;
        private final Conversation conversation;
        private final Journal journal = surroundings.journal();

        private Incoming(Entry open, Conversation conversation) {
            this.open = open;
            this.conversation = conversation;
        }

        @Override
        public void frame(FrameView frame) {
            journal.frameReceived(open, frame.head(), frame.payload(CapturedFrame.KEPT));
        }

        @Override
        public void text(String message) {
            journal.sign(open);
            conversation.received(new Payload.Text(message));
        }

        @Override
        public void binary(byte[] message) {
            journal.sign(open);
            conversation.received(Payload.Binary.of(message));
        }

        @Override
        public void ping(byte[] payload) {
            journal.sign(open);
            Objects.requireNonNull(open.outbox()).control(Opcode.PONG, payload);
        }

        @Override
        public void pong(byte[] payload) {
            String text = new String(payload, StandardCharsets.US_ASCII);
            if (text.matches(FrameSender.PROBE + "\\d{1,18}")) {
                journal.pong(open, Long.parseLong(text.substring(FrameSender.PROBE.length())));
            } else {
                journal.sign(open);
            }
        }

        @Override
        public void close(CloseStatus status) {
            journal.closedByClient(open, status);
            Objects.requireNonNull(open.outbox())
                    .close(new Outbox.Closing(new CloseStatus(status.code(), ""), null), Duration.ZERO);
        }
    }
}
