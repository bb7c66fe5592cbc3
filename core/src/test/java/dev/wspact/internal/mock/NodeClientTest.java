package dev.wspact.internal.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.MockProvider;
import dev.wspact.mock.MockOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client that most of Node.js uses, npm's {@code ws}. */
@Tag("foreign")
@Timeout(300)
class NodeClientTest {
    private static final String GOOD =
            """
            const WebSocket = require('ws');
            const ws = new WebSocket(process.argv[2] + '/notifications', ['v1.notify']);
            ws.on('open', () => ws.send(JSON.stringify({type: 'subscribe', topic: 'news'})));
            ws.on('message', data => {
              const message = JSON.parse(data);
              if (message.type === 'notification') ws.send(JSON.stringify({type: 'ping', id: message.seq + 41}));
              if (message.type === 'pong') { console.log(message.id); ws.close(1000); }
            });
            """;
    private static final String LEAVES =
            """
            const WebSocket = require('ws');
            const ws = new WebSocket(process.argv[2] + '/notifications', ['v1.notify']);
            ws.on('open', () => ws.close());
            """;

    @TempDir
    static Path directory;

    @BeforeAll
    static void install() throws Exception {
        assertThat(run("npm", "install", "--no-audit", "--no-fund", "--silent", "ws@8.18.0"))
                .isNotNull();
    }

    @Test
    void a_good_client_is_proven() throws Exception {
        try (MockProvider provider = Feeds.playing(Feeds.feed("a notification", "a ping"))) {
            assertThat(node(GOOD, provider)).isEqualTo("42");
            assertThat(provider.result().isProven())
                    .as(provider.result().text())
                    .isTrue();
        }
    }

    @Test
    void one_that_opens_and_leaves_is_not() throws Exception {
        MockOptions late =
                MockOptions.builder().pushDelay(Duration.ofSeconds(50)).build();
        try (MockProvider provider = MockProvider.start(List.of(Feeds.feed("a notification")), late)) {
            node(LEAVES, provider);
            assertThat(provider.result().isProven()).isFalse();
            assertThat(provider.connections()).hasSize(1);
        }
    }

    private static String node(String script, MockProvider provider) throws Exception {
        Path file = directory.resolve("client.js");
        Files.writeString(file, script);
        return run("node", file.toString(), provider.getUrl().toString());
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output.txt").toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        String output = Files.readString(directory.resolve("output.txt")).strip();
        assertThat(ended).as(output).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
