package dev.wspact.junit5.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.ContractFiles;
import dev.wspact.contract.Contract;
import dev.wspact.contract.Interaction;
import dev.wspact.junit5.dsl.MessageBody;
import dev.wspact.junit5.dsl.WebSocketPactBuilder;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class PactFilesTest {
    private static final int EACH = 25;

    @TempDir
    private Path directory;

    @Test
    void several_jvms_write_into_one_file_and_none_loses_what_another_wrote() throws Exception {
        List<Forked> forked = new ArrayList<>();
        try {
            for (String name : List.of("first", "second")) {
                forked.add(Forked.of(name, directory));
            }
            for (Forked each : forked) {
                each.awaitReady();
            }
            for (Forked each : forked) {
                each.go();
            }
            for (Forked each : forked) {
                each.awaitEnd();
            }
        } finally {
            forked.forEach(Forked::close);
        }

        assertThat(ContractFiles.read(directory)).singleElement().satisfies(contract -> assertThat(
                        contract.interactions())
                .extracting(Interaction::description)
                .containsExactlyInAnyOrderElementsOf(Stream.of("first", "second")
                        .flatMap(name -> IntStream.range(0, EACH).mapToObj(number -> name + " " + number))
                        .toList()));
    }

    @Test
    void a_file_that_somebody_keeps_locked_is_given_up_and_named() throws IOException {
        Contract contract = contract("a message");
        Path file = directory.resolve(ContractFiles.fileName(contract));
        PactFiles files = new PactFiles(Duration.ofMillis(50));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();

            assertThatThrownBy(() -> files.write(contract, "a test", directory))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("locked");
        }
        assertThat(file).isEmptyFile();

        files.write(contract, "a test", directory);

        assertThat(Files.readString(file)).contains("a message");
    }

    private static Contract contract(String description) {
        return new WebSocketPactBuilder("ui", "feed")
                .expectsToReceive(description, push -> push.withContent(MessageBody.json("{\"type\":\"message\"}")))
                .toContract();
    }

    /** Writes so many interactions, one after the other, once it is told to. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) throws IOException {
            PactFiles files = new PactFiles();
            List<Contract> contracts = IntStream.range(0, EACH)
                    .mapToObj(number -> contract(arguments[0] + " " + number))
                    .toList();
            System.out.println("ready");
            if (System.in.read() < 0) {
                return;
            }
            for (Contract contract : contracts) {
                files.write(contract, arguments[0], Path.of(arguments[1]));
            }
        }
    }

    /** Another JVM. */
    private record Forked(Process process, BufferedReader out) implements AutoCloseable {
        static Forked of(String name, Path directory) throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            classPath(),
                            Main.class.getName(),
                            name,
                            directory.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new Forked(process, process.inputReader(StandardCharsets.UTF_8));
        }

        /** That of this process, whatever runner has started it. */
        private static String classPath() {
            Stream<String> loaded = Main.class.getClassLoader() instanceof URLClassLoader loader
                    ? Stream.of(loader.getURLs()).map(URL::getPath)
                    : Stream.empty();
            return Stream.concat(loaded, Stream.of(System.getProperty("java.class.path")))
                    .collect(Collectors.joining(File.pathSeparator));
        }

        void awaitReady() throws IOException {
            String line = out.readLine();
            while (line != null && !line.equals("ready")) {
                line = out.readLine();
            }
            assertThat(line).as("what the process says").isEqualTo("ready");
        }

        void go() throws IOException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        }

        void awaitEnd() throws InterruptedException {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
