package dev.wspact.internal.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what a report must look like; {@code -Dgolden.update=true} writes them anew. */
final class Golden {
    static final Path DIRECTORY = Path.of("src", "test", "resources", "reporting");

    private Golden() {}

    static void assertEqual(String name, String actual) throws IOException {
        Path file = DIRECTORY.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        }
        assertThat(file).as("golden file, written by -Dgolden.update=true").isRegularFile();
        assertThat(actual).as("%s", file).isEqualTo(Files.readString(file));
    }
}
