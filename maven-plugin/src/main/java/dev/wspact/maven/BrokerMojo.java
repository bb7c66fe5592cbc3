package dev.wspact.maven;

import dev.wspact.EmbeddedBroker;
import dev.wspact.broker.EmbeddedBrokerOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Serves the embedded broker until it is interrupted, for trying things out on one machine. It answers on the loopback
 * interface only. Teams run the real Pact Broker.
 *
 * @since 0.1
 */
@Mojo(name = "broker", requiresProject = false, threadSafe = true, requiresOnline = false)
public final class BrokerMojo extends WspactMojo {
    /**
     * The port to serve on, 0 for any free one.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.broker.port", defaultValue = "9292")
    private int port;

    /**
     * Where everything is kept. Several builds may use one directory at once: the first one serves it to the others.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.broker.directory", defaultValue = "${user.home}/.wspact/broker")
    private File directory;

    /**
     * The user name that each request must bring (basic authentication). None by default.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.broker.username")
    private @Nullable String username;

    /**
     * The password that goes with the user name.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.broker.password")
    private @Nullable String password;

    @Override
    public void execute() throws MojoExecutionException {
        Optional<String> skippedBy = skippedBy();
        if (skippedBy.isPresent()) {
            getLog().warn("No broker is served: " + skippedBy.get() + " is set.");
            return;
        }
        warnOfUnknownOptions();
        serve(directory.toPath(), options(), getLog());
    }

    private EmbeddedBrokerOptions options() throws MojoExecutionException {
        if ((username == null) != (password == null)) {
            throw new MojoExecutionException("One of <username> (-Dwspact.broker.username) and <password>"
                    + " (-Dwspact.broker.password) is set without the other. Set both, or none.");
        }
        try {
            EmbeddedBrokerOptions options = EmbeddedBrokerOptions.defaults().withPort(port);
            return username == null || password == null ? options : options.withBasicAuth(username, password);
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException(
                    "An option of the embedded broker cannot be used: " + e.getMessage() + ".", e);
        }
    }

    /** Serves until the thread is interrupted or the process is told to end. */
    static void serve(Path directory, EmbeddedBrokerOptions options, Log log) throws MojoExecutionException {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, options)) {
            if (!broker.isServing()) {
                throw new MojoExecutionException("The store in " + directory + " is already served, at "
                        + broker.getUrl() + ". Use that address, or set <directory> (-Dwspact.broker.directory).");
            }
            log.info("The embedded broker answers at " + broker.getUrl() + " until you press Ctrl-C.");
            log.info("It keeps everything in " + directory.toAbsolutePath() + ".");
            log.info("Use it with -Dpact.broker.url=" + broker.getUrl() + ", or open it in a browser.");
            waitForTheEnd(broker);
        } catch (IOException e) {
            throw new MojoExecutionException("The embedded broker cannot be started: " + e.getMessage() + ".", e);
        }
    }

    private static void waitForTheEnd(EmbeddedBroker broker) {
        // Ctrl-C ends the process without coming back here
        Thread atTheEnd = new Thread(broker::close, "wspact-broker-end");
        Runtime.getRuntime().addShutdownHook(atTheEnd);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        }
    }
}
