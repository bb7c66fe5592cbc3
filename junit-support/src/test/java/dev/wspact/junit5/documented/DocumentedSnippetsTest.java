package dev.wspact.junit5.documented;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/junit.md shows of consumer tests stands in the classes beside this one, but for white space. */
class DocumentedSnippetsTest {
    private static final Path PAGE = Path.of("../docs/junit.md");
    private static final Path SOURCES = Path.of("src/test/java/dev/wspact/junit5/documented");
    private static final Pattern JAVA = Pattern.compile("(?ms)^```java\\n(.*?)^```$");

    @Test
    void are_compiled_and_run() throws IOException {
        List<String> snippets = JAVA.matcher(consumerTests())
                .results()
                .map(fence -> withoutSpace(fence.group(1)))
                .toList();
        String sources = sources();
        assertThat(snippets).hasSize(3).allMatch(sources::contains);
    }

    private static String consumerTests() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("\n## Consumer tests");
        int end = page.indexOf("\n## ", start + 1);
        assertThat(start).isPositive();
        return page.substring(start, end < 0 ? page.length() : end);
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.sorted().map(DocumentedSnippetsTest::text).collect(Collectors.joining("\n"));
        }
    }

    private static String text(Path file) {
        try {
            return withoutSpace(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The text without white space, which the formatter decides. */
    private static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }
}
