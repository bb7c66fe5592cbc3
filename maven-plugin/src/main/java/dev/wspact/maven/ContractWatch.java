package dev.wspact.maven;

import dev.wspact.ContractFiles;
import dev.wspact.contract.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Contracts, and whether a file of them has changed: theirs, or one beside or below them, such as a schema. */
final class ContractWatch {
    /** Deeper than schemas and examples stand. */
    private static final int DEPTH = 5;
    /** A contract does not stand in the root of a disk, and if so, not all of that is looked at. */
    private static final int FILES = 2_000;

    private final Path source;
    private final String provider;
    private Map<String, String> seen = Map.of();

    ContractWatch(Path source, String provider) {
        this.source = source;
        this.provider = provider;
    }

    /**
     * The contracts as they are now.
     *
     * @throws dev.wspact.contract.ContractFormatException if they cannot be understood
     */
    List<Contract> read() {
        seen = files();
        return ContractFiles.read(source, provider);
    }

    /** Whether a file has changed since they were read. */
    boolean changed() {
        return !files().equals(seen);
    }

    private Map<String, String> files() {
        Path directory =
                Files.isDirectory(source) ? source : source.toAbsolutePath().getParent();
        Map<String, String> files = new TreeMap<>();
        if (directory == null) {
            return files;
        }
        try (Stream<Path> walk = Files.walk(directory, DEPTH)) {
            walk.filter(Files::isRegularFile).limit(FILES).forEach(file -> files.put(file.toString(), stamp(file)));
        } catch (IOException | UncheckedIOException e) {
            // a directory that is gone while it is looked at has changed
            files.put(directory.toString(), String.valueOf(e.getMessage()));
        }
        return files;
    }

    private static String stamp(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            return "gone";
        }
    }
}
