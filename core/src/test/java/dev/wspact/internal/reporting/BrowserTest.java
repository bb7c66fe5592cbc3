package dev.wspact.internal.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wspact.internal.reporting.html.HtmlReport;
import dev.wspact.verdict.ContractResult;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The page as a browser shows it, judged by axe-core and by the Nu HTML Checker. They come from npm, once into the build
 * directory, where the pictures are, too; Chromium comes from the system.
 */
@Tag("foreign")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BrowserTest {
    private static final Path HOME = Path.of("target", "foreign", "browser").toAbsolutePath();
    private static final Path PAGES = HOME.resolve("pages");
    private static final Path TOOLS = Path.of("src", "test", "resources", "browser");
    private static final List<String> CHROMIUM = List.of("chromium", "chromium-browser", "google-chrome");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WHITE = "rgb(255, 255, 255)";

    private static JsonNode seen;
    private static String complaints;

    static Map<String, ContractResult> results() {
        Map<String, ContractResult> results = new LinkedHashMap<>();
        Stream.of("passed", "measured", "broken", "turned-away", "hostile", "frames", "timeline")
                .forEach(name -> results.put(name, Results.all().get(name)));
        results.put("ten-thousand-frames", LongConnection.failingAt(position -> position % 70 == 0));
        return results;
    }

    static Stream<String> names() {
        return results().keySet().stream();
    }

    @BeforeAll
    static void open() throws Exception {
        Files.createDirectories(PAGES);
        for (String name : List.of("package.json", "package-lock.json")) {
            Files.write(HOME.resolve(name), Files.readAllBytes(TOOLS.resolve(name)));
        }
        run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
        List<String> pages = new ArrayList<>();
        for (Map.Entry<String, ContractResult> result : results().entrySet()) {
            pages.add(Files.writeString(page(result.getKey()), HtmlReport.of(List.of(result.getValue())))
                    .toString());
        }
        List<String> look = new ArrayList<>(
                List.of("node", TOOLS.resolve("look.mjs").toAbsolutePath().toString(), chromium(), PAGES.toString()));
        look.addAll(pages);
        seen = JSON.readTree(run(look.toArray(String[]::new)));
        List<String> check = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                HOME.resolve(Path.of("node_modules", "vnu-jar", "build", "dist", "vnu.jar"))
                        .toString(),
                "--format",
                "json",
                "--exit-zero-always",
                "--stdout"));
        check.addAll(pages);
        complaints = run(check.toArray(String[]::new));
    }

    @Test
    void is_valid_html() throws IOException {
        JsonNode answer = JSON.readTree(complaints);

        assertThat(answer.path("messages").isArray()).as(complaints).isTrue();
        assertThat(answer.path("messages"))
                .extracting(message -> Path.of(message.path("url").asText()).getFileName() + ": "
                        + message.path("message").asText() + " ("
                        + message.path("extract").asText() + ")")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void has_no_violation_of_accessibility_in_light_and_dark(String name) {
        for (String scheme : List.of("light", "dark")) {
            assertThat(seen(name, "/rules/" + scheme).asInt())
                    .as("rules that axe found to hold")
                    .isGreaterThan(10);
            assertThat(seen(name, "/axe/" + scheme)).as(scheme).isEmpty();
        }
        assertThat(seen(name, "/background/light").asText()).isEqualTo(WHITE);
        assertThat(seen(name, "/background/dark").asText()).isNotEqualTo(WHITE);
    }

    @ParameterizedTest
    @MethodSource("names")
    void loads_nothing_and_the_browser_does_not_complain(String name) {
        assertThat(seen(name, "/requests")).isEmpty();
        assertThat(seen(name, "/complaints")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void never_scrolls_sideways(String name) {
        assertThat(seen(name, "/overflow"))
                .hasSize(4)
                .extracting(JsonNode::asInt)
                .containsOnly(0);
    }

    @ParameterizedTest
    @MethodSource("names")
    void is_read_and_its_details_are_opened_without_script(String name) {
        assertThat(seen(name, "/withoutScript/text").asText()).contains("Coverage", "Connections");
        assertThat(seen(name, "/withoutScript/failures").asInt())
                .isEqualTo(SafePage.check(HtmlReport.of(List.of(results().get(name))))
                        .select("article.failure")
                        .size());
        assertThat(seen(name, "/withoutScript/opened").asInt()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("names")
    void shows_every_failure_and_all_details_on_paper(String name) {
        assertThat(seen(name, "/print/background").asText()).isEqualTo(WHITE);
        assertThat(seen(name, "/print/failures")).isEqualTo(seen(name, "/withoutScript/failures"));
        assertThat(seen(name, "/print/hidden").asInt()).isZero();
        assertThat(seen(name, "/print/overflow").asInt()).isZero();
        assertThat(seen(name, "/print/bytes").asInt()).isGreaterThan(1_000);
    }

    @Test
    void opens_ten_thousand_frames_without_delay() throws IOException {
        assertThat(Files.size(page("ten-thousand-frames"))).isLessThan(2_000_000);
        // A second on an idle machine is much; ten are a bound for a busy one.
        assertThat(seen("ten-thousand-frames", "/openedInMillis").asInt()).isBetween(1, 10_000);
    }

    private static JsonNode seen(String name, String pointer) {
        JsonNode found = seen.path(name).at(pointer);
        assertThat(found.isMissingNode())
                .as("%s of %s in %s", pointer, name, seen)
                .isFalse();
        return found;
    }

    private static Path page(String name) {
        return PAGES.resolve(name + ".html");
    }

    private static String chromium() {
        for (String name : CHROMIUM) {
            for (String directory : System.getenv("PATH").split(File.pathSeparator, -1)) {
                if (Files.isExecutable(Path.of(directory, name))) {
                    return Path.of(directory, name).toString();
                }
            }
        }
        throw new AssertionError(
                "None of " + CHROMIUM + " is on the PATH. Install Chromium (Debian: apt-get install chromium),"
                        + " or leave the profile foreign-tools out");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Path output = HOME.resolve("output.txt");
        Path errors = HOME.resolve("errors.txt");
        Process process = new ProcessBuilder(command)
                .directory(HOME.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as(Arrays.toString(command)).isTrue();
        assertThat(process.exitValue())
                .as("%s: %s %s", command[0], Files.readString(output), Files.readString(errors))
                .isZero();
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
