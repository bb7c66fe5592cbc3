package dev.wspact.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.EmbeddedBroker;
import dev.wspact.broker.EmbeddedBrokerOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class BrokerMojoTest {
    private static final EmbeddedBrokerOptions DEFAULTS = EmbeddedBrokerOptions.defaults();

    @Test
    void serves_until_it_is_interrupted(@TempDir Path directory) throws Exception {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        ExecutorService goal = Executors.newSingleThreadExecutor();
        Future<?> run = goal.submit(() -> {
            BrokerMojo.serve(directory, DEFAULTS, new SystemStreamLog() {
                @Override
                public void info(CharSequence line) {
                    lines.add(line.toString());
                }
            });
            return null;
        });
        String line = lines.poll(100, TimeUnit.SECONDS);
        assertThat(line)
                .matches("The embedded broker answers at http://127\\.0\\.0\\.1:\\d+ until you press Ctrl-C\\.");
        URI url = URI.create(line.split(" ", -1)[5]);
        HttpRequest heartbeat = HttpRequest.newBuilder(url.resolve("/diagnostic/status/heartbeat"))
                .build();
        HttpClient client = HttpClient.newHttpClient();
        assertThat(client.send(heartbeat, BodyHandlers.ofString()).body()).contains("\"ok\":true");

        goal.shutdownNow();
        run.get(100, TimeUnit.SECONDS);
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(heartbeat, BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void says_where_a_store_is_served_already(@TempDir Path directory) throws IOException {
        try (EmbeddedBroker other = EmbeddedBroker.start(directory, DEFAULTS)) {
            assertThatThrownBy(() -> BrokerMojo.serve(directory, DEFAULTS, new SystemStreamLog()))
                    .isInstanceOf(MojoExecutionException.class)
                    .hasMessage("The store in " + directory + " is already served, at " + other.getUrl()
                            + ". Use that address, or set <directory> (-Dwspact.broker.directory).");
        }
    }
}
