package dev.wspact.internal.broker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.broker.BrokerException;
import dev.wspact.broker.BrokerException.Kind;
import dev.wspact.broker.Environment;
import dev.wspact.broker.PacticipantVersion;
import dev.wspact.broker.RecordedVersion;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Environments, and what is deployed and released there. */
public final class Deployments {
    private final BrokerClient broker;
    private final Versions versions;

    /** Speaks by this client. */
    public Deployments(BrokerClient broker) {
        this.broker = broker;
        this.versions = new Versions(broker);
    }

    /** The environments that the broker knows. */
    public List<Environment> environments() {
        return environmentList().object("_embedded").objects("environments").stream()
                .map(Deployments::environment)
                .toList();
    }

    private static Environment environment(Hal environment) {
        String displayName = environment.optionalText("displayName");
        return new Environment(
                environment.text("name"), displayName == null ? "" : displayName, environment.flag("production"));
    }

    private Hal environmentList() {
        return broker.document(Call.get("looking up the environments", broker.link("pb:environments", Map.of())));
    }

    /**
     * Creates an environment.
     *
     * @throws BrokerException {@code REJECTED} if there is one of this name
     */
    public void create(Environment environment) {
        ObjectNode body = BrokerClient.object();
        body.put("name", environment.name());
        body.put("displayName", environment.displayName().isBlank() ? environment.name() : environment.displayName());
        body.put("production", environment.production());
        Hal created = broker.document(Call.post(
                "creating the environment " + environment.name(), broker.link("pb:environments", Map.of()), body));
        if (!created.text("name").equals(environment.name())) {
            throw Failures.notUnderstood(created.call(), "it speaks of environment " + created.text("name"));
        }
    }

    /**
     * Records that a version is deployed. It takes the place of the one that was deployed there before, on the same instance.
     *
     * @param applicationInstance which of several installations; null for the only one
     * @throws BrokerException {@code NOT_FOUND} if the broker knows no such version or environment
     */
    public RecordedVersion deploy(
            PacticipantVersion version, String environment, @Nullable String applicationInstance) {
        ObjectNode body = BrokerClient.object();
        if (applicationInstance != null) {
            body.put("applicationInstance", applicationInstance);
            // brokers before 2.91 know it by this name
            body.put("target", applicationInstance);
        }
        String purpose = "recording the deployment of " + shown(version) + " to " + environment;
        URI url = recordUrl(version, "pb:record-deployment", environment);
        // the broker keeps one record, however often the same version is said to be deployed
        return recorded(broker.document(Call.repeatablePost(purpose, url, body)), "currentlyDeployed", true);
    }

    /**
     * Records that a version is released, beside those that are.
     *
     * @throws BrokerException {@code NOT_FOUND} if the broker knows no such version or environment
     */
    public RecordedVersion release(PacticipantVersion version, String environment) {
        String purpose = "recording the release of " + shown(version) + " to " + environment;
        URI url = recordUrl(version, "pb:record-release", environment);
        return recorded(broker.document(Call.post(purpose, url, BrokerClient.object())), "currentlySupported", true);
    }

    private URI recordUrl(PacticipantVersion version, String relation, String environment) {
        Hal document = versions.document(version);
        return document.linkNamed(relation, environment)
                .orElseThrow(() -> unknown(environment, document.linkNames(relation)));
    }

    /**
     * Records that an application is no longer deployed.
     *
     * @param applicationInstance which of several installations; null for the one without a name
     * @return what was deployed
     * @throws BrokerException {@code NOT_FOUND} if the environment is unknown, or nothing was deployed there
     */
    public List<RecordedVersion> undeploy(
            String pacticipant, String environment, @Nullable String applicationInstance) {
        List<RecordedVersion> deployed =
                current(pacticipant, environment, "pb:currently-deployed-deployed-versions", "deployedVersions")
                        .stream()
                        .filter(one -> Objects.equals(one.applicationInstance(), applicationInstance))
                        .toList();
        if (deployed.isEmpty()) {
            throw new BrokerException(
                    Kind.NOT_FOUND,
                    "No version of %s is recorded as deployed to %s%s"
                            .formatted(
                                    pacticipant,
                                    environment,
                                    applicationInstance == null
                                            ? " without an application instance"
                                            : " on the application instance " + applicationInstance),
                    "Correct the names; record deployments with wspact:record-deployment");
        }
        return end(
                deployed, "recording the undeployment of " + pacticipant + " from " + environment, "currentlyDeployed");
    }

    /**
     * Records that a released version is no longer supported.
     *
     * @return what was supported
     * @throws BrokerException {@code NOT_FOUND} if the environment is unknown, or the version is not released there
     */
    public List<RecordedVersion> endSupport(PacticipantVersion version, String environment) {
        List<RecordedVersion> supported = current(
                        version.pacticipant(),
                        environment,
                        "pb:currently-supported-released-versions",
                        "releasedVersions")
                .stream()
                .filter(one -> one.version().equals(version.number()))
                .toList();
        if (supported.isEmpty()) {
            throw new BrokerException(
                    Kind.NOT_FOUND,
                    shown(version) + " is not recorded as released and supported in " + environment,
                    "Correct the names; record releases with wspact:record-release");
        }
        return end(
                supported,
                "recording the end of support of " + shown(version) + " in " + environment,
                "currentlySupported");
    }

    private List<RecordedVersion> end(List<RecordedVersion> current, String purpose, String member) {
        ObjectNode body = BrokerClient.object();
        body.put(member, false);
        return current.stream()
                .map(one -> recorded(broker.document(Call.patch(purpose, one.url(), body)), member, false))
                .toList();
    }

    private List<RecordedVersion> current(String pacticipant, String environment, String relation, String list) {
        Hal environments = environmentList();
        URI url = environments
                .linkNamed("pb:environments", environment)
                .orElseThrow(() -> unknown(environment, environments.linkNames("pb:environments")));
        URI versionsUrl = broker.document(Call.get("looking up the environment " + environment, url))
                .link(relation);
        URI ofOne = URI.create(versionsUrl + "?pacticipant=" + UriTemplate.encoded(pacticipant));
        return broker
                .document(Call.get("looking up what of " + pacticipant + " is in " + environment, ofOne))
                .object("_embedded")
                .objects(list)
                .stream()
                .map(Deployments::version)
                // a broker that passes over the query must not make us end what belongs to others
                .filter(one -> one.pacticipant().equals(pacticipant))
                .toList();
    }

    private static RecordedVersion recorded(Hal document, String member, boolean expected) {
        if (document.flag(member) != expected) {
            throw Failures.notUnderstood(document.call(), member + " is not " + expected);
        }
        return version(document);
    }

    private static RecordedVersion version(Hal document) {
        Hal embedded = document.object("_embedded");
        String instance = document.optionalText("applicationInstance");
        return new RecordedVersion(
                embedded.object("pacticipant").text("name"),
                embedded.object("version").text("number"),
                instance == null ? document.optionalText("target") : instance,
                document.link("self"));
    }

    private static BrokerException unknown(String environment, List<String> known) {
        return new BrokerException(
                Kind.NOT_FOUND,
                "The broker knows no environment " + environment
                        + (known.isEmpty() ? ", and no other" : "; it knows " + String.join(", ", known)),
                "Correct the name, or create it with wspact:create-environment");
    }

    private static String shown(PacticipantVersion version) {
        return "version " + version.number() + " of " + version.pacticipant();
    }
}
