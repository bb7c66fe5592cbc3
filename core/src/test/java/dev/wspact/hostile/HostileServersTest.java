package dev.wspact.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** All hostile servers, one after the other, in one JVM with a heap of 64 MB; each is a test of its own. */
class HostileServersTest {
    /** Ten times what it takes on a quiet machine. */
    private static final int LONGEST_SECONDS = 600;

    @TempDir
    private Path directory;

    @TestFactory
    @Timeout(LONGEST_SECONDS + 60)
    Stream<DynamicTest> hostile_servers_get_their_verdict_and_leave_nothing_behind(TestReporter reporter)
            throws Exception {
        List<Finding> findings = run();

        assertThat(findings)
                .extracting(Finding::behavior)
                .containsExactlyElementsOf(
                        Behavior.all().stream().map(Behavior::fullName).toList());
        reporter.publishEntry("hostile servers", table(findings));
        return findings.stream()
                .map(finding -> DynamicTest.dynamicTest(finding.behavior(), () -> assertThat(finding.problems())
                        .as(finding.seen() + ": " + finding.text())
                        .isEmpty()));
    }

    private List<Finding> run() throws Exception {
        Path output = directory.resolve("findings.tsv");
        Path errors = directory.resolve("errors.txt");
        Process run = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dpact_do_not_track=true",
                        "-cp",
                        classPath(),
                        HostileRun.class.getName()))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            boolean ended = run.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
            List<String> lines = Files.readAllLines(output);
            String last = (lines.isEmpty() ? "none" : lines.get(lines.size() - 1)) + "\n" + Files.readString(errors);
            assertThat(ended).as("ended; the last finding was " + last).isTrue();
            assertThat(run.exitValue()).as("exit; the last finding was " + last).isZero();
            return lines.stream().map(Finding::parse).toList();
        } finally {
            run.destroyForcibly();
        }
    }

    /** What each server came to; marked with * what ended later than a second after its time. */
    private static String table(List<Finding> findings) {
        return findings.stream()
                .map(finding -> "%s %6d ms  %-60s %s"
                        .formatted(
                                finding.late().toMillis() > 1000 ? "*" : " ",
                                finding.took().toMillis(),
                                finding.behavior(),
                                finding.seen()))
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    /** Some launchers load tests with a class loader of their own, and the JVM's class path is then only theirs. */
    private static String classPath() {
        if (HostileServersTest.class.getClassLoader() instanceof URLClassLoader loader) {
            return Stream.of(loader.getURLs())
                    .map(url -> Path.of(URI.create(url.toString())).toString())
                    .collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }
}
