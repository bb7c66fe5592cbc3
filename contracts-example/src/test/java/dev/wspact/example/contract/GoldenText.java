package dev.wspact.example.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text that is asserted word for word, except for what differs from run to run. Run with {@code -Dgolden.update=true}
 * to write it anew, and read the difference before you commit it.
 */
final class GoldenText {
    private static final Path DIRECTORY = Path.of("src", "test", "resources", "failures");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final Pattern AFTER_OPEN = Pattern.compile("[\\d.]+ m?s after open");
    private static final Pattern TOOK = Pattern.compile("took [\\d.]+ m?s");
    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:\\d+");

    private final Path file;

    private GoldenText(Path file) {
        this.file = file;
    }

    static GoldenText named(String name) {
        return new GoldenText(DIRECTORY.resolve(name));
    }

    void matches(List<String> lines) throws IOException {
        String actual = normalized(String.join("\n", lines)) + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(DIRECTORY);
            Files.writeString(file, actual);
        }
        assertThat(actual).as("%s (rewrite with -Dgolden.update=true)", file).isEqualTo(Files.readString(file));
    }

    private static String normalized(String text) {
        String timeless = INSTANT.matcher(text).replaceAll("<instant>");
        timeless = AFTER_OPEN.matcher(timeless).replaceAll("<time> after open");
        timeless = TOOK.matcher(timeless).replaceAll("took <time>");
        return PORT.matcher(timeless).replaceAll("127.0.0.1:<port>");
    }
}
