package dev.wspact.maven;

import dev.wspact.PactBroker;
import dev.wspact.broker.Notice;
import dev.wspact.broker.PactText;
import dev.wspact.broker.PacticipantVersion;
import dev.wspact.broker.Publication;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a consumer's pacts to the broker: all pact files of a directory, those of one consumer and provider merged, all
 * of one consumer by one request.
 *
 * @since 0.1
 */
@Mojo(name = "publish", requiresProject = false, threadSafe = true, requiresOnline = false)
public final class PublishMojo extends BrokerGoalMojo {
    private static final Set<String> WARNINGS = Set.of("warning", "danger", "error");

    /**
     * A pact file, or a directory of them and of directories with them. {@code target/pacts} by default. If it is not set,
     * {@code pact.pactDirectory} and {@code pact.rootDir} are asked.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.pactDirectory")
    private @Nullable File pactDirectory;

    /**
     * The consumer's version. The commit by default, as the CI system or Git knows it, or else the POM's version. If it is
     * not set, {@code pact.publish.consumer.version} is asked.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.projectVersion")
    private @Nullable String projectVersion;

    /**
     * The branch of that version. The one that the CI system or Git knows by default.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.publish.consumer.branchName")
    private @Nullable String branchName;

    /**
     * Tags for that version.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.consumer.tags")
    private List<String> tags = List.of();

    /**
     * Page of the build. The one that the CI system knows by default.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.publish.consumer.buildUrl")
    private @Nullable String buildUrl;

    /**
     * Publishes nothing, and says so.
     *
     * @since 0.1
     */
    @Parameter(property = "skipPactPublish", defaultValue = "false")
    private boolean skipPactPublish;

    @Override
    boolean applies() throws MojoFailureException {
        if (skipPactPublish) {
            getLog().warn("No pact is published: skipPactPublish is set.");
            return false;
        }
        Path directory = directory();
        if (Files.exists(directory)) {
            return true;
        }
        if (isSet() || project().getBasedir() == null) {
            throw new MojoFailureException("There are no pacts at " + directory
                    + ". Run the consumer's tests first, or set <pactDirectory> (-Dwspact.pactDirectory).");
        }
        getLog().info("No pact is published: this project has no directory " + directory + ".");
        return false;
    }

    private boolean isSet() {
        return brokerSettings().find(BrokerSetting.PACT_DIRECTORY, given()) != null;
    }

    private @Nullable String given() {
        return pactDirectory == null ? null : pactDirectory.toString();
    }

    private Path directory() {
        String found = brokerSettings().find(BrokerSetting.PACT_DIRECTORY, given());
        return found == null
                ? buildDirectory().resolve("pacts")
                : baseDirectory().resolve(found);
    }

    @Override
    void run(PactBroker broker) throws MojoFailureException, IOException {
        List<PactText> pacts = PactBroker.pactsIn(directory());
        if (pacts.isEmpty()) {
            throw new MojoFailureException("There are no pact files (.json) in " + directory()
                    + ". Run the consumer's tests first, or set <pactDirectory> (-Dwspact.pactDirectory).");
        }
        VersionOption version = new VersionOption(brokerSettings(), ciBuild());
        String number = version.number(BrokerSetting.CONSUMER_VERSION, projectVersion, project());
        Map<String, List<PactText>> byConsumer = pacts.stream()
                .collect(Collectors.groupingBy(PactText::consumer, LinkedHashMap::new, Collectors.toList()));
        byConsumer.forEach((consumer, own) -> publish(
                broker,
                new Publication(
                        new PacticipantVersion(
                                consumer,
                                number,
                                version.branch(BrokerSetting.CONSUMER_BRANCH, branchName),
                                brokerSettings().list(BrokerSetting.CONSUMER_TAGS, tags),
                                version.buildUrl(BrokerSetting.CONSUMER_BUILD_URL, buildUrl)),
                        own)));
    }

    private void publish(PactBroker broker, Publication publication) {
        PacticipantVersion version = publication.version();
        getLog().info("Publishing %d pact(s) of %s, version %s%s"
                .formatted(
                        publication.pacts().size(),
                        version.pacticipant(),
                        version.number(),
                        version.branch() == null ? "" : ", branch " + version.branch()));
        broker.publish(publication).notices().forEach(this::tell);
    }

    private void tell(Notice notice) {
        if (notice.type().equals("debug")) {
            notice.text().lines().forEach(getLog()::debug);
        } else if (WARNINGS.contains(notice.type())) {
            notice.text().lines().forEach(getLog()::warn);
        } else {
            notice.text().lines().forEach(getLog()::info);
        }
    }
}
