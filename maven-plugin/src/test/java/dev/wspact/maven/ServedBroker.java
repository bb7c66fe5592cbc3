package dev.wspact.maven;

import dev.wspact.broker.EmbeddedBrokerOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** What the goal {@code broker} does, for as long as the projects under src/it need it. */
public final class ServedBroker implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final CompletableFuture<URI> url = new CompletableFuture<>();
    private final Future<?> run;

    /** Serves a store on a free port, to those who know the user name and the password. */
    public ServedBroker(Path directory, String user, String password) {
        EmbeddedBrokerOptions options = EmbeddedBrokerOptions.defaults().withBasicAuth(user, password);
        run = thread.submit(() -> {
            try {
                BrokerMojo.serve(directory, options, new Listening());
            } finally {
                url.completeExceptionally(new IllegalStateException("the broker has ended"));
            }
            return null;
        });
    }

    /** Where it is, once it is there. */
    public URI url() throws Exception {
        return url.get(100, TimeUnit.SECONDS);
    }

    /** Interrupts it, and waits until it is gone. */
    @Override
    public void close() throws IOException {
        thread.shutdownNow();
        try {
            run.get(100, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the broker has not ended as it should", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Takes the URL from the line that says it to users. */
    private final class Listening extends SystemStreamLog {
        @Override
        public void info(CharSequence line) {
            for (String word : line.toString().split(" ", -1)) {
                if (word.startsWith("http://")) {
                    url.complete(URI.create(word));
                }
            }
        }
    }
}
