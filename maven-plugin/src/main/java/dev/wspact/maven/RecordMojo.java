package dev.wspact.maven;

import dev.wspact.TrafficRecorder;
import dev.wspact.verification.RecordedTraffic;
import dev.wspact.verification.RecordingPlan;
import dev.wspact.verification.VerificationOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Records WebSocket traffic, as a client of the server or, with {@code listen}, as a proxy between clients and the server.
 * Goes on until the time is over, enough messages were recorded, the connection has ended, or it is interrupted. Secrets in
 * header fields and URLs are taken out.
 *
 * @since 0.1
 */
@Mojo(name = "record", requiresProject = false, threadSafe = true, requiresOnline = false)
public final class RecordMojo extends ConnectionMojo {
    /**
     * The file to record into; {@code target/wspact/recording.jsonl} by default. A file that is there is replaced.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.recordTo")
    private @Nullable File recordTo;

    /**
     * The port on which to stand as a proxy, on this machine only; {@code 0} for a free one, which the log names. If it is not
     * set, a connection of its own is recorded.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.listen")
    private @Nullable Integer listen;

    /**
     * The subprotocols to offer. A proxy's clients offer their own.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.subprotocols")
    private List<String> subprotocols = List.of();

    /**
     * The texts to send after opening, one a line. A proxy's clients send their own.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.send")
    private @Nullable String send;

    /**
     * The longest time to record; {@code 0} for no bound.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.duration", defaultValue = "1m")
    private String duration;

    /**
     * The most messages to record, in both directions together; {@code 0} for no bound.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.messages", defaultValue = "0")
    private long messages;

    @Override
    public void execute() throws MojoExecutionException {
        Optional<String> skippedBy = skippedBy();
        if (skippedBy.isPresent()) {
            getLog().warn("Nothing is recorded: " + skippedBy.get() + " is set.");
            return;
        }
        warnOfUnknownOptions();
        Path file = path(
                recordTo,
                buildDirectory().resolve("wspact").resolve("recording.jsonl").toString());
        try {
            tell(recorded(file), file);
        } catch (BadOptionException | IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "Nothing was recorded: " + e.getMessage() + ". Correct <recordTo> (-Dwspact.recordTo), <listen>"
                            + " (-Dwspact.listen) or what else it names.",
                    e);
        }
    }

    private RecordedTraffic recorded(Path file) throws IOException {
        VerificationOptions options = connection().recordTo(file).build();
        TrafficRecorder recorder = TrafficRecorder.of(options);
        RecordingPlan plan = new RecordingPlan(
                subprotocols,
                send == null
                        ? List.of()
                        : send.lines().filter(line -> !line.isBlank()).toList(),
                DurationOption.parse("wspact.duration", duration),
                messages);
        if (listen == null) {
            return recorder.record(plan);
        }
        return recorder.relay(listen, plan, port -> getLog().info("Connect clients to ws://localhost:" + port
                + "/… instead of " + host(options) + "; what they and the server send is recorded into " + file + "."));
    }

    private static String host(VerificationOptions options) {
        int port = options.url().getPort();
        return options.url().getScheme() + "://" + options.url().getHost() + (port < 0 ? "" : ":" + port);
    }

    private void tell(RecordedTraffic traffic, Path file) throws MojoExecutionException {
        if (traffic.connections() == 0 && listen == null) {
            throw new MojoExecutionException("No connection was recorded: " + traffic.ended()
                    + ". Correct <url> (-Dwspact.url), <headers> or <subprotocols>, or see why the server refuses.");
        }
        getLog().info("%d connection%s with %d message%s recorded into %s; %s."
                .formatted(
                        traffic.connections(),
                        traffic.connections() == 1 ? "" : "s",
                        traffic.messages(),
                        traffic.messages() == 1 ? "" : "s",
                        file,
                        traffic.ended()));
        if (traffic.messages() == 0) {
            getLog().warn("No message went over " + (listen == null ? "the connection." : "any connection."));
        }
    }
}
