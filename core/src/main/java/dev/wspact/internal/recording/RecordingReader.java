package dev.wspact.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.verification.RecordingFormatException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads recordings, whichever of the two formats they are in; told apart by content. */
public final class RecordingReader {
    /** The largest file that is read, since all of it is kept, in bytes. */
    static final long LARGEST = 256L << 20;

    private RecordingReader() {}

    /**
     * The recording in a file: JSON Lines of ours, or a HAR file with WebSocket messages.
     *
     * @throws RecordingFormatException if it is neither, breaks its format, or there is no such file
     */
    public static Recording read(Path file) {
        String name = file.toString();
        try {
            if (Files.size(file) > LARGEST) {
                throw new RecordingFormatException(
                        name,
                        0,
                        "the recording has " + (Files.size(file) >> 20) + " MiB, more than the " + (LARGEST >> 20)
                                + " MiB that are read",
                        "Record for a shorter time, or split it by connection");
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                return read(name, in);
            }
        } catch (NoSuchFileException e) {
            throw new RecordingFormatException(name, 0, "there is no such file", "Correct the path of the recording");
        } catch (IOException e) {
            throw new RecordingFormatException(name, 0, "it cannot be read: " + e, "Make it a readable file");
        }
    }

    private static Recording read(String name, InputStream in) throws IOException {
        byte[] first = line(name, 1, in);
        if (first == null) {
            throw new RecordingFormatException(
                    name, 0, "it is empty", "Record again; wspact writes JSON Lines, a browser HAR");
        }
        JsonNode head = treeOrNull(first);
        if (head != null && head.has("line")) {
            RecordingAssembly assembly = new RecordingAssembly(name);
            assembly.add(1, head);
            byte[] next = line(name, 2, in);
            for (int number = 2; next != null; number++) {
                if (!isBlank(next)) {
                    assembly.add(number, tree(name, number, next));
                }
                next = line(name, number + 1, in);
            }
            return assembly.recording();
        }
        byte[] rest = in.readAllBytes();
        byte[] whole = new byte[first.length + 1 + rest.length];
        System.arraycopy(first, 0, whole, 0, first.length);
        whole[first.length] = '\n';
        System.arraycopy(rest, 0, whole, first.length + 1, rest.length);
        return new HarReader(name, new String(whole, StandardCharsets.UTF_8)).read();
    }

    private static @Nullable JsonNode treeOrNull(byte[] line) {
        try {
            return StrictJson.read(line);
        } catch (MalformedJsonException e) {
            // the first line of a HAR file is not the whole of it
            return null;
        }
    }

    private static JsonNode tree(String name, int number, byte[] line) {
        try {
            return StrictJson.read(line);
        } catch (MalformedJsonException e) {
            throw new RecordingFormatException(
                    name,
                    number,
                    "the line is not one JSON value: " + e.problem(),
                    "If recording was cut off in the last line, remove that line");
        }
    }

    /** The next line without its end; null if there is none. */
    private static byte @Nullable [] line(String name, int number, InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            line.write(next);
            if (line.size() > RecordingLines.LONGEST) {
                throw new RecordingFormatException(
                        name,
                        number,
                        "the line is longer than " + (RecordingLines.LONGEST >> 20) + " MiB",
                        "Record with a lower limit on the size of a message");
            }
            next = in.read();
        }
        return line.toByteArray();
    }

    private static boolean isBlank(byte[] line) {
        return new String(line, StandardCharsets.UTF_8).isBlank();
    }
}
