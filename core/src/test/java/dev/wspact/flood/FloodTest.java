package dev.wspact.flood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.wire.Connection;
import dev.wspact.wire.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Memory does not grow with the number of messages: a million of 250 bytes are judged in a heap of 64 MB. */
class FloodTest {
    private static final int MESSAGES = 1_000_000;
    private static final int PER_WRITE = 200;

    @Test
    @Timeout(300)
    void a_million_messages_are_judged_in_a_heap_of_64_mb() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(FloodTest::flood)) {
            Process verifier = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-XX:+UseSerialGC",
                            "-XX:+ExitOnOutOfMemoryError",
                            "-cp",
                            classPath(),
                            FloodVerification.class.getName(),
                            server.uri("/").toString(),
                            String.valueOf(MESSAGES)))
                    .redirectErrorStream(true)
                    .start();
            try {
                String output = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(verifier.waitFor(10, TimeUnit.SECONDS)).isTrue();
                assertThat(output).contains("passed " + MESSAGES + " messages");
                assertThat(verifier.exitValue()).isZero();
            } finally {
                verifier.destroyForcibly();
            }
        }
    }

    /** Some launchers load tests with a class loader of their own, and the JVM's class path is then only theirs. */
    private static String classPath() {
        if (FloodTest.class.getClassLoader() instanceof URLClassLoader loader) {
            return Stream.of(loader.getURLs())
                    .map(url -> Path.of(URI.create(url.toString())).toString())
                    .collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }

    private static void flood(Connection client) throws IOException {
        client.accept();
        for (int first = 1; first <= MESSAGES; first += PER_WRITE) {
            var frames = new ByteArrayOutputStream();
            for (int number = first; number < first + PER_WRITE; number++) {
                byte[] text = FloodVerification.message(number).getBytes(StandardCharsets.UTF_8);
                frames.write(Connection.TEXT);
                frames.write(126);
                frames.write(text.length >> 8);
                frames.write(text.length);
                frames.writeBytes(text);
            }
            client.raw(frames.toByteArray());
        }
        client.close(1000, "");
        client.awaitClose();
    }
}
