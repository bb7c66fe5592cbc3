package dev.wspact.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected texts that stand in files; {@code -Dgolden.update=true} rewrites them. */
public final class Golden {
    private static final Path RESOURCES = Path.of("src/test/resources");

    private Golden() {}

    /** Compares a text with a file below {@code src/test/resources}. */
    public static void assertEqual(String name, String actual) {
        Path file = RESOURCES.resolve(name);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(actual).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("-Dgolden.update=true writes it", e);
        }
    }
}
