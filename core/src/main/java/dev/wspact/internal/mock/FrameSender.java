package dev.wspact.internal.mock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.internal.matching.UnjudgeableException;
import dev.wspact.internal.websocket.frame.FrameHead;
import dev.wspact.internal.websocket.frame.FrameWriter;
import dev.wspact.internal.websocket.frame.Role;
import dev.wspact.internal.websocket.frame.WholeFrame;
import dev.wspact.message.CapturedFrame;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.FrameType;
import dev.wspact.message.Opcode;
import dev.wspact.message.Payload;
import dev.wspact.mock.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Writes one connection's frames, well or badly as its faults say. Behind each push goes a ping: its pong shows that the
 * client has taken what came before. Confined to the outbox's thread.
 */
final class FrameSender {
    /** What our pings say, so that their pongs are known. */
    static final String PROBE = "wspact-";

    /** An opcode that RFC 6455 section 5.2 reserves, in a frame with the payload {@code ?}. */
    private static final byte[] RESERVED_OPCODE = {(byte) 0x83, 1, '?'};

    private static final byte[] INVALID_UTF8 = {(byte) 0x81, 2, (byte) 0xC3, 0x28};

    private final Socket socket;
    private final OutputStream out;
    private final Journal journal;
    private final Entry entry;
    private boolean closed;

    FrameSender(Socket socket, OutputStream out, Journal journal, Entry entry) {
        this.socket = socket;
        this.out = out;
        this.journal = journal;
        this.entry = entry;
    }

    /** Whether nothing may be sent any more: the close frame is sent, or the connection dropped. */
    boolean finished() {
        return closed;
    }

    void message(Outbox.Message message) throws IOException {
        if (closed || entry.misbehavior.silent()) {
            return;
        }
        Payload payload = Objects.requireNonNull(message.payload());
        entry.misbehavior.messageBegins();
        long probe = begin(message);
        int times = entry.misbehavior.duplicates() ? 2 : 1;
        for (int i = 0; i < times; i++) {
            data(payload);
        }
        // a client that is dropped while it answers a ping may see neither
        if (probe > 0 && !entry.misbehavior.dropsAfterNext()) {
            frame(FrameWriter.frame(Role.SERVER, true, 0, Opcode.PING, probe(probe), 0));
        }
        out.flush();
        if (probe > 0) {
            synchronized (journal) {
                entry.deliveries.written(probe);
                journal.notifyAll();
            }
        }
        entry.misbehavior.messageSent();
    }

    void control(Opcode opcode, byte[] payload) throws IOException {
        if (!closed && !entry.misbehavior.silent()) {
            frame(FrameWriter.frame(Role.SERVER, true, 0, opcode, ByteBuffer.wrap(payload), 0));
            out.flush();
        }
    }

    void close(Outbox.Closing closing) throws IOException {
        if (closed || entry.misbehavior.silent()) {
            return;
        }
        Part.Close part = closing.part();
        if (part != null) {
            journal.closes(entry, part);
        }
        if (closing.status().code() == CloseStatus.ABNORMAL) {
            drop();
            return;
        }
        closed = true;
        journal.closing(entry, closing.status(), Direction.RECEIVED);
        frame(FrameWriter.close(Role.SERVER, closing.status(), 0));
        out.flush();
    }

    void fault(Fault fault) throws IOException {
        if (closed) {
            return;
        }
        journal.fault(entry, fault);
        if (fault instanceof Fault.DropConnection) {
            drop();
        } else if (fault instanceof Fault.CloseConnection close) {
            close(new Outbox.Closing(close.status(), null));
        } else if (fault instanceof Fault.SendGarbage garbage) {
            garbage(garbage.kind());
        }
    }

    /** The payload of our ping with this number. */
    static ByteBuffer probe(long number) {
        return ByteBuffer.wrap((PROBE + number).getBytes(StandardCharsets.US_ASCII));
    }

    private long begin(Outbox.Message message) {
        Part.Push part = message.part();
        if (part == null) {
            return 0;
        }
        synchronized (journal) {
            long probe = entry.deliveries.probe();
            entry.deliveries.begun(part, probe);
            journal.progress(part).begin();
            return probe;
        }
    }

    /** The message with what is sent, made when it is its turn, so that numbers follow each other. */
    Outbox.Message made(Outbox.Message message) {
        Part.Push part = message.part();
        if (part == null || message.payload() != null) {
            return message;
        }
        return new Outbox.Message(part, message.form(), payload(part, message.form()));
    }

    private Payload payload(Part.Push part, int form) {
        try {
            if (part.expectation().order() == null || !part.message().isJson()) {
                return part.message().payload(form);
            }
            JsonNode json = part.message().json(form);
            journal.number(entry, part, json);
            return part.message().payload(json);
        } catch (UnjudgeableException e) {
            throw new IllegalStateException("generators were tried at the start: " + e.problem(), e);
        }
    }

    private void data(Payload payload) throws IOException {
        Opcode opcode = payload.frameType() == FrameType.TEXT ? Opcode.TEXT : Opcode.BINARY;
        List<ByteBuffer> frames = FrameWriter.fragments(
                Role.SERVER, 0, opcode, ByteBuffer.wrap(payload.toBytes()), entry.misbehavior.fragmentBytes(), 0);
        for (ByteBuffer frame : frames) {
            note(frame);
        }
        journal.messageSent(entry, payload);
        for (ByteBuffer frame : frames) {
            write(frame);
        }
    }

    private void frame(ByteBuffer frame) throws IOException {
        note(frame);
        write(frame);
    }

    private void note(ByteBuffer frame) {
        WholeFrame whole = WholeFrame.of(Role.SERVER, frame);
        FrameHead head = whole.head();
        journal.frameSent(entry, head, whole.payload(CapturedFrame.KEPT));
    }

    private void write(ByteBuffer frame) throws IOException {
        out.write(frame.array(), frame.arrayOffset() + frame.position(), frame.remaining());
    }

    private void garbage(Fault.Garbage kind) throws IOException {
        switch (kind) {
            case MALFORMED_JSON -> data(new Payload.Text("{\"type\":"));
            case INVALID_UTF8 -> out.write(INVALID_UTF8);
            case RESERVED_OPCODE -> out.write(RESERVED_OPCODE);
        }
        out.flush();
    }

    /** A reset in place of an orderly end, so that no client can take it for one. */
    private void drop() throws IOException {
        closed = true;
        // first of all, since the thread that reads will take the end for the client's
        journal.ended(entry, Direction.RECEIVED);
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
