package dev.wspact;

import dev.wspact.internal.inference.Draft;
import dev.wspact.internal.inference.Inference;
import dev.wspact.internal.recording.RecordingReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Drafts contracts from recorded traffic, for a person to tighten (docs/recordings.md). */
public final class ContractDrafts {
    private ContractDrafts() {}

    /**
     * Writes a draft of a contract as {@code <provider>.contract.yaml} with a JSON Schema and an example for each type of
     * message. More recordings only widen what is said of a member.
     *
     * @param recordings recordings of wspact, or HAR files; at least one
     * @param consumer the consumer's name
     * @param provider the provider's name
     * @param discriminator the field that tells types of messages apart, as a name or JSON Pointer; empty to find it
     * @param directory where to; created if it does not exist
     * @return the contract file, and then notes for whoever goes on with it
     * @throws dev.wspact.verification.RecordingFormatException if a file is no recording
     * @throws FileAlreadyExistsException if there is such a file, which somebody may have tightened; nothing is written then
     * @throws IOException if a file cannot be written
     * @throws IllegalArgumentException if there are no recordings, or nothing in them to infer a contract from
     */
    public static Drafted infer(
            List<Path> recordings, String consumer, String provider, String discriminator, Path directory)
            throws IOException {
        if (recordings.isEmpty()) {
            throw new IllegalArgumentException("recordings is empty: there is nothing to infer from");
        }
        Draft draft = Inference.draft(
                recordings.stream().map(RecordingReader::read).toList(), consumer, provider, discriminator);
        if (draft.interactions() == 0) {
            throw new IllegalArgumentException("no connection in " + recordings
                    + " was opened and carries a JSON object from the server, so there is nothing to infer from");
        }
        Path contract = directory.resolve(fileName(provider) + ".contract.yaml");
        List<Path> files = new ArrayList<>();
        files.add(contract);
        draft.files().keySet().forEach(path -> files.add(directory.resolve(path)));
        for (Path file : files) {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
        }
        for (Map.Entry<String, String> file : draft.files().entrySet()) {
            write(directory.resolve(file.getKey()), file.getValue());
        }
        write(contract, draft.yaml());
        return new Drafted(contract, draft.interactions(), draft.notes());
    }

    private static void write(Path file, String text) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static String fileName(String provider) {
        String plain = provider.replaceAll("[^A-Za-z0-9_-]+", "-");
        return plain.isEmpty() ? "provider" : plain;
    }

    /**
     * A draft that was written.
     *
     * @param contract the contract file
     * @param interactions how many interactions it has
     * @param notes what whoever goes on with it should know
     */
    public record Drafted(Path contract, int interactions, List<String> notes) {
        /** Copies the list. */
        public Drafted {
            notes = List.copyOf(notes);
        }
    }
}
