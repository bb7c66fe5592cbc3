package dev.wspact.internal.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Direction;
import dev.wspact.message.Opcode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Writes a recording line by line while the traffic goes by, and keeps nothing of it. Any thread may write. A line that cannot
 * be written ends the recording, not what is recorded: {@link #close} tells of it.
 */
public final class RecordingWriter implements AutoCloseable {
    private final OutputStream file;
    private final RecordingLines lines;
    private int connections;
    private @Nullable IOException failure;

    private RecordingWriter(OutputStream file, MessageRedaction redaction) {
        this.file = file;
        this.lines = new RecordingLines(redaction);
    }

    /**
     * Begins a recording; a file that is there is replaced, a directory that is missing is made.
     *
     * @throws IOException if the file cannot be written
     */
    public static RecordingWriter create(Path file, MessageRedaction redaction) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        RecordingWriter writer = new RecordingWriter(new BufferedOutputStream(Files.newOutputStream(file)), redaction);
        writer.write(RecordingLines.first());
        return writer;
    }

    /** An opening handshake and what came of it; the number of the connection. */
    public synchronized int handshake(RecordedConnection.Request request, RecordedConnection.Answer answer) {
        connections++;
        write(lines.handshake(connections, request, answer));
        return connections;
    }

    /** A whole message in either direction. */
    public synchronized void message(int connection, CapturedMessage message) {
        String line = RecordingLines.text(lines.message(connection, message, false));
        if (line.length() > RecordingLines.LONGEST / 3) {
            // what is mostly escapes is shorter as base64
            line = RecordingLines.text(lines.message(connection, message, true));
        }
        if (line.length() > RecordingLines.LONGEST) {
            fail(new IOException("a message of " + message.payload().sizeInBytes()
                    + " bytes is larger than a line of a recording may be"));
            return;
        }
        write(line);
    }

    /** A ping or pong. */
    public synchronized void control(int connection, Direction direction, Opcode opcode, Duration sinceOpen) {
        write(RecordingLines.control(connection, direction, opcode, sinceOpen));
    }

    /** A verifier has sent and brought about all it has to, and its time begins. */
    public synchronized void ready(int connection, Duration sinceOpen) {
        write(RecordingLines.ready(connection, sinceOpen));
    }

    /** A side has closed the connection, or it was dropped. */
    public synchronized void closed(int connection, RecordedEvent.Closed close) {
        write(lines.closed(connection, close));
    }

    /** The connection is watched no longer. */
    public synchronized void ended(int connection, Duration sinceOpen, RecordedEvent.@Nullable Trouble trouble) {
        write(lines.ended(connection, sinceOpen, trouble));
    }

    /**
     * Ends the recording.
     *
     * @throws IOException if it could not be written in full, now or before
     */
    @Override
    public synchronized void close() throws IOException {
        try (OutputStream closing = file) {
            closing.flush();
        } catch (IOException e) {
            fail(e);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void write(ObjectNode line) {
        write(RecordingLines.text(line));
    }

    private void write(String line) {
        if (failure != null) {
            return;
        }
        try {
            file.write(line.getBytes(StandardCharsets.UTF_8));
            file.write('\n');
            // whoever is interrupted has whole lines
            file.flush();
        } catch (IOException e) {
            fail(e);
        }
    }

    private void fail(IOException e) {
        if (failure == null) {
            failure = e;
        }
    }
}
