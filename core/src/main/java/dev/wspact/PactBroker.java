package dev.wspact;

import dev.wspact.broker.BrokerException;
import dev.wspact.broker.BrokerOptions;
import dev.wspact.broker.ConsumerVersionSelector;
import dev.wspact.broker.DeploymentAnswer;
import dev.wspact.broker.DeploymentQuestion;
import dev.wspact.broker.Environment;
import dev.wspact.broker.PactText;
import dev.wspact.broker.PactToVerify;
import dev.wspact.broker.PacticipantVersion;
import dev.wspact.broker.PactsQuery;
import dev.wspact.broker.Patience;
import dev.wspact.broker.Publication;
import dev.wspact.broker.PublicationAnswer;
import dev.wspact.broker.RecordedVersion;
import dev.wspact.broker.ResultPublication;
import dev.wspact.contract.Contract;
import dev.wspact.internal.broker.BrokerClient;
import dev.wspact.internal.broker.Deployments;
import dev.wspact.internal.broker.Gate;
import dev.wspact.internal.broker.PactFolder;
import dev.wspact.internal.broker.PactsForVerification;
import dev.wspact.internal.broker.Publishing;
import dev.wspact.internal.broker.ResultPublishing;
import dev.wspact.internal.broker.Versions;
import dev.wspact.verdict.ContractResult;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Pact Broker: where consumers publish what they rely on, providers publish what they have proven, and pipelines ask
 * whether they may deploy. Follows links from the broker's first page. Every method blocks, within the time limits of its
 * options, and throws {@link BrokerException} if the broker cannot be asked or refuses. May be used by several threads.
 */
public final class PactBroker implements AutoCloseable {
    private final BrokerClient client;

    private PactBroker(BrokerClient client) {
        this.client = client;
    }

    /**
     * A broker that has not been asked anything yet. Close it, to end its two threads.
     *
     * @throws BrokerException if the options on TLS cannot be used
     */
    public static PactBroker of(BrokerOptions options) {
        return new PactBroker(new BrokerClient(options));
    }

    /**
     * The pacts in a file, or in the {@code .json} files of a directory and of those below it, as they are published: one
     * text for each consumer and provider. A single file keeps its text; several of one pair are merged.
     *
     * @return empty if a directory holds no such file
     * @throws dev.wspact.contract.ContractFormatException if one is no pact, or two say different things under one name
     * @throws IOException if a file cannot be read
     */
    public static List<PactText> pactsIn(Path fileOrDirectory) throws IOException {
        return PactFolder.read(fileOrDirectory);
    }

    /**
     * The selectors in a JSON list, as Pact's property {@code pactbroker.consumerversionselectors.rawjson} has them.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static List<ConsumerVersionSelector> parseSelectors(String json) {
        return PactsForVerification.selectors(json);
    }

    /**
     * Publishes all pacts of one version of a consumer, all or none. The same once more changes nothing.
     *
     * @throws BrokerException {@code CONFLICT} if other pacts were published for this version before
     */
    public PublicationAnswer publish(Publication publication) {
        return new Publishing(client).publish(publication);
    }

    /**
     * What a provider has to verify; empty if nothing matches.
     *
     * @throws BrokerException {@code NOT_FOUND} if the broker does not know the provider
     */
    public List<PactToVerify> pactsToVerify(PactsQuery query) {
        return new PactsForVerification(client).list(query);
    }

    /**
     * The contract of a pact. Where the pact is pending, so is each of its interactions, so that a break is a verdict
     * {@code Pending}. Its source is an address under which the broker always serves this content.
     *
     * @throws dev.wspact.contract.ContractFormatException if it cannot be understood
     */
    public Contract fetch(PactToVerify pact) {
        return new PactsForVerification(client).fetch(pact);
    }

    /**
     * The contract at the URL of a pact, such as a webhook hands over ({@code ${pactbroker.pactUrl}}).
     *
     * @throws dev.wspact.contract.ContractFormatException if it cannot be understood
     */
    public Contract fetch(URI pactUrl) {
        return new PactsForVerification(client).fetch(pactUrl);
    }

    /**
     * Publishes what verifications of contracts from {@link #fetch} found. A result is withheld unless it speaks for the
     * whole pact: every interaction was judged, and none {@code Errored}. A pending break is published as a failure.
     *
     * @param version the provider and its version; branch and tags are recorded before the first result
     * @return what became of each result, in their order
     */
    public List<ResultPublication> publishResults(List<ContractResult> results, PacticipantVersion version) {
        return new ResultPublishing(client, PactBroker.class.getPackage().getImplementationVersion())
                .publish(results, version);
    }

    /** Whether a version may be deployed, or merged. Anything but a clear yes is none. */
    public DeploymentAnswer canIDeploy(DeploymentQuestion question) {
        return new Gate(client).ask(question);
    }

    /** The same, asked again while the answer is not known yet. */
    public DeploymentAnswer canIDeploy(DeploymentQuestion question, Patience patience) {
        return new Gate(client).ask(question, patience);
    }

    /** The environments that the broker knows. */
    public List<Environment> environments() {
        return new Deployments(client).environments();
    }

    /**
     * Creates an environment.
     *
     * @throws BrokerException {@code REJECTED} if there is one of this name
     */
    public void createEnvironment(Environment environment) {
        new Deployments(client).create(environment);
    }

    /**
     * Records that a version is deployed. It takes the place of the one that was deployed there before, on the same instance.
     *
     * @param applicationInstance which of several installations; null for the only one
     * @throws BrokerException {@code NOT_FOUND} if the broker knows no such version or environment
     */
    public RecordedVersion recordDeployment(
            PacticipantVersion version, String environment, @Nullable String applicationInstance) {
        return new Deployments(client).deploy(version, environment, applicationInstance);
    }

    /**
     * Records that an application is no longer deployed.
     *
     * @param applicationInstance which of several installations; null for the one without a name
     * @return what was deployed
     * @throws BrokerException {@code NOT_FOUND} if the environment is unknown, or nothing was deployed there
     */
    public List<RecordedVersion> recordUndeployment(
            String pacticipant, String environment, @Nullable String applicationInstance) {
        return new Deployments(client).undeploy(pacticipant, environment, applicationInstance);
    }

    /**
     * Records that a version is released, beside those that are.
     *
     * @throws BrokerException {@code NOT_FOUND} if the broker knows no such version or environment
     */
    public RecordedVersion recordRelease(PacticipantVersion version, String environment) {
        return new Deployments(client).release(version, environment);
    }

    /**
     * Records that a released version is no longer supported.
     *
     * @return what was supported
     * @throws BrokerException {@code NOT_FOUND} if the environment is unknown, or the version is not released there
     */
    public List<RecordedVersion> recordSupportEnded(PacticipantVersion version, String environment) {
        return new Deployments(client).endSupport(version, environment);
    }

    /** Makes the broker know a version with its branch, tags and build; creates what does not exist. */
    public void recordVersion(PacticipantVersion version) {
        new Versions(client).record(version);
    }

    /**
     * Gives a version a tag.
     *
     * @param create whether the version is created if the broker does not know it
     * @throws BrokerException {@code NOT_FOUND} if the broker does not know it, and it is not to be created
     */
    public void tag(PacticipantVersion version, String tag, boolean create) {
        new Versions(client).tag(version, tag, create);
    }

    /** Ends the threads. A request that runs fails. */
    @Override
    public void close() {
        client.close();
    }
}
