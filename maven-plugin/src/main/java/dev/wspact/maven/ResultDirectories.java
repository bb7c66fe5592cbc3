package dev.wspact.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where results are: in one directory, and in those of several executions below it. */
final class ResultDirectories {
    private ResultDirectories() {}

    /** The directory and those in it, in the order of their names; none if it does not exist. */
    static List<Path> of(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(directory, 1)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }
}
