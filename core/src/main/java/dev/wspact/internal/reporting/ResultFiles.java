package dev.wspact.internal.reporting;

import dev.wspact.internal.redaction.Redaction;
import dev.wspact.internal.redaction.Secrets;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.VerificationResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Result files: one JSON document a contract (docs/result.schema.json), and JUnit XML beside it. */
public final class ResultFiles {
    private static final String JSON = ".json";
    private static final String XML_PREFIX = "TEST-";
    private static final String XML = ".xml";
    /** How far into a file its first member or its root element is looked for. */
    private static final int HEAD = 200;

    private ResultFiles() {}

    /**
     * Writes one JSON file and one JUnit XML file a contract into the directory, which is created; returns the JSON
     * files. Files that an earlier call left there are removed, so that no old verdict passes for a current one; files
     * of others stay. Credentials are taken out before anything is written.
     */
    public static List<Path> write(VerificationResult result, Path directory) throws IOException {
        Files.createDirectories(directory);
        Map<Path, byte[]> contents = new LinkedHashMap<>();
        List<Path> jsonFiles = new ArrayList<>();
        ResultNames names = new ResultNames();
        for (ContractResult contract : result.contracts()) {
            ContractResult shown = Redaction.of(Secrets.BUILT_IN).of(contract);
            String name = names.nameFor(shown.subject());
            Path json = directory.resolve(name + JSON);
            contents.put(directory.resolve(XML_PREFIX + name + XML), JUnitXml.bytes(shown));
            contents.put(json, ResultJson.bytes(shown));
            jsonFiles.add(json);
        }
        for (Path stale : filesOfOurs(directory)) {
            Files.delete(stale);
        }
        for (Map.Entry<Path, byte[]> file : contents.entrySet()) {
            writeAtomically(file.getKey(), file.getValue());
        }
        return List.copyOf(jsonFiles);
    }

    /**
     * The results of all JSON files in the directory, in the order of their names; none if there is no such directory.
     *
     * @throws IOException if a JSON file there is no result file, or one of another version
     */
    public static List<ContractResult> read(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return List.of();
        }
        List<ContractResult> results = new ArrayList<>();
        for (Path file : list(directory)) {
            if (fileName(file).endsWith(JSON)) {
                results.add(readFile(file));
            }
        }
        return List.copyOf(results);
    }

    private static ContractResult readFile(Path file) throws IOException {
        try {
            return ResultJson.result(Files.readAllBytes(file));
        } catch (ResultFormatException e) {
            throw new IOException(
                    file + " cannot be read as a result of wspact: " + e.getMessage()
                            + ". Delete it (mvn clean removes old results), keep other JSON files in another directory,"
                            + " and verify once more.",
                    e);
        }
    }

    private static List<Path> filesOfOurs(Path directory) throws IOException {
        List<Path> ours = new ArrayList<>();
        for (Path file : list(directory)) {
            if (isOurs(file)) {
                ours.add(file);
            }
        }
        return ours;
    }

    private static boolean isOurs(Path file) throws IOException {
        String name = fileName(file);
        if (name.endsWith(JSON)) {
            return ResultNames.couldBeOurs(name.substring(0, name.length() - JSON.length()))
                    && head(file).startsWith("{\n  \"formatVersion\": ");
        }
        return name.startsWith(XML_PREFIX)
                && name.endsWith(XML)
                && ResultNames.couldBeOurs(name.substring(XML_PREFIX.length(), name.length() - XML.length()))
                && head(file).contains(JUnitXml.ROOT);
    }

    private static String head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new NotDirectoryException(directory + " is not a directory, so it holds no results");
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Writes a file so that nobody ever sees a part of it. Its directory is created. */
    public static void writeAtomically(Path file, byte[] content) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        Path draft = file.resolveSibling(fileName(file) + ".tmp");
        try {
            Files.write(draft, content);
            move(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void move(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }
}
