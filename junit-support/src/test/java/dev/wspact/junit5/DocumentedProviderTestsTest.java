package dev.wspact.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/junit.md shows of provider tests stands in tests that run, but for indentation. */
class DocumentedProviderTestsTest {
    private static final Path PAGE = Path.of("../docs/junit.md");
    private static final List<Path> SOURCES = List.of(
            Path.of("src/test/java/dev/wspact/junit5/NotificationServiceTest.java"),
            Path.of("src/test/java/dev/wspact/junit5/NotificationContractsTest.java"),
            Path.of("src/test/java/dev/wspact/junit5/CapturedMessagesTest.java"),
            Path.of("../contracts-example/src/test/java/dev/wspact/example/providerstate/PactProviderIT.java"));
    private static final Pattern JAVA = Pattern.compile("(?ms)^```java\\n(.*?)^```$");

    @Test
    void snippets_are_compiled_and_run() throws IOException {
        List<String> snippets = JAVA.matcher(section("## Provider tests"))
                .results()
                .flatMap(fence -> Stream.of(fence.group(1).split("(?m)^ *// …$")))
                .map(DocumentedProviderTestsTest::words)
                .toList();
        String sources = SOURCES.stream().map(DocumentedProviderTestsTest::text).collect(Collectors.joining("\n"));

        assertThat(snippets).hasSizeGreaterThanOrEqualTo(5).allSatisfy(snippet -> assertThat(sources)
                .contains(snippet));
    }

    private static String section(String heading) throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("\n" + heading);
        int end = page.indexOf("\n## ", start + 1);
        assertThat(start).as(heading).isPositive();
        return page.substring(start, end < 0 ? page.length() : end);
    }

    private static String text(Path file) {
        try {
            return words(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The text with all white space alike. */
    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
