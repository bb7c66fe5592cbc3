package dev.wspact.maven;

import dev.wspact.PactBroker;
import dev.wspact.Reports;
import dev.wspact.broker.BrokerException;
import dev.wspact.broker.ConsumerVersionSelector;
import dev.wspact.broker.PacticipantVersion;
import dev.wspact.broker.PactsQuery;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.VerificationResult;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that verifies pacts of the broker where no files are given, and publishes what it found. */
abstract class BrokerVerifyMojo extends ConnectionMojo {
    /** Verifies the contracts of a source. */
    interface Verifier {
        Outcome verified(ContractSource source) throws IOException;
    }

    /**
     * The broker's URL. See the goals for the broker, where this and the others are explained.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.broker.url")
    private @Nullable String pactBrokerUrl;

    /**
     * A token for the broker.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.broker.token")
    private @Nullable String pactBrokerToken;

    /**
     * The user for basic authentication at the broker.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.broker.username")
    private @Nullable String pactBrokerUsername;

    /**
     * The password of that user.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.broker.password")
    private @Nullable String pactBrokerPassword;

    /**
     * Id of a {@code <server>} in Maven's settings.xml for the broker.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.broker.serverId")
    private @Nullable String pactBrokerServerId;

    /**
     * How the {@code <server>} is used: {@code basic} or {@code bearer}.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.broker.authenticationScheme")
    private @Nullable String pactBrokerAuthenticationScheme;

    /**
     * Name of the header field that carries a token.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.broker.authenticationHeader")
    private @Nullable String pactBrokerAuthenticationHeader;

    /**
     * Trusts every certificate of the broker.
     *
     * @since 0.1
     */
    @Parameter(property = "pactBrokerInsecureTLS", defaultValue = "false")
    private boolean pactBrokerInsecureTLS;

    /**
     * The longest wait for one answer of the broker.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.brokerTimeout", defaultValue = "30s")
    private String brokerTimeout;

    /**
     * How often a request to the broker is sent again after a fault that may pass.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.brokerRetries", defaultValue = "3")
    private int brokerRetries;

    /**
     * {@code embedded} for the embedded broker, whatever URL is configured; {@code remote} for an error where no URL is. If
     * it is not set, the embedded broker is used where no URL is configured, but never in a CI build.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.broker")
    private @Nullable String broker;

    /**
     * Where the embedded broker keeps everything, if it is used.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.broker.directory", defaultValue = "${user.home}/.wspact/broker")
    private File brokerDirectory;

    /**
     * Verifies the pacts of the broker even if there are contract files.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.fromBroker", defaultValue = "false")
    private boolean fromBroker;

    /**
     * Verifies this one pact of the broker, whose URL a webhook hands over.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.filter.pacturl")
    private @Nullable String pactUrl;

    /**
     * Which consumer versions are verified, as a JSON list such as {@code [{"mainBranch": true}]}. By default the broker
     * picks the main branches, and all that is deployed or released.
     *
     * @since 0.1
     */
    @Parameter(property = "pactbroker.consumerversionselectors.rawjson")
    private @Nullable String consumerVersionSelectors;

    /**
     * Whether pacts that are new to the provider's branch are pending: told, but no failure.
     *
     * @since 0.1
     */
    @Parameter(property = "pactbroker.enablePending", defaultValue = "false")
    private boolean enablePending;

    /**
     * Since which day ({@code 2026-01-31}) work in progress of consumers is verified as well. Needs {@code enablePending}.
     *
     * @since 0.1
     */
    @Parameter(property = "pactbroker.includeWipPactsSince")
    private @Nullable String includeWipPactsSince;

    /**
     * Whether results of pacts that came from the broker are published to it. In CI by default, where an environment variable
     * {@code CI} says so.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.verifier.publishResults")
    private @Nullable String publishResults;

    /**
     * The provider's version, for publishing. The commit by default, or else the POM's version.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.provider.version")
    private @Nullable String providerVersion;

    /**
     * The branch of that version. The one that the CI system or Git knows by default.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.provider.branch")
    private @Nullable String providerBranch;

    /**
     * Tags for that version.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.provider.tag")
    private List<String> providerTags = List.of();

    /**
     * Page of the build. The one that the CI system knows by default.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.verifier.buildUrl")
    private @Nullable String buildUrl;

    /**
     * Whether the pacts of the broker are verified: they were asked for; or there are no files, and there is a broker, or a
     * provider that the embedded one can be asked for.
     */
    final boolean isFromBroker(boolean filesAreGiven, String provider) {
        return fromBroker
                || find(BrokerSetting.PACT_URL, pactUrl) != null
                || (!filesAreGiven
                        && pactNames().find("pact.pactDirectory") == null
                        && (!provider.isEmpty() || opening().hasBroker(parameters())));
    }

    final void warnThatFilesAreNotPublished() {
        if (brokerSettings().isSet(BrokerSetting.PUBLISH_RESULTS, "true".equalsIgnoreCase(publishResults))) {
            getLog().warn(
                            "pact.verifier.publishResults is set, but the contracts are read from files, so that nobody can tell"
                                    + " which content of the broker was verified, and nothing is published.");
        }
    }

    /** Verifies pacts of the broker, and publishes the results if that is asked for. */
    final Outcome fromBroker(String provider, Path results, Verifier verifier) throws IOException {
        // No result of an earlier run may pass for one of this run, whatever the broker says.
        Reports.write(new VerificationResult(List.of()), results);
        String url = find(BrokerSetting.PACT_URL, pactUrl);
        try (OpenBroker open = url == null
                ? opening().open(parameters(), way())
                : opening().openAt(brokerOf(url), parameters(), way())) {
            ContractSource source = url == null
                    ? new BrokerContracts(open.broker(), query(provider), getLog())
                    : new PactAtUrl(open.broker(), UrlOption.http("pact.filter.pacturl", url), provider);
            Outcome outcome = verifier.verified(source);
            return publishes() ? published(outcome, open.broker(), results) : outcome;
        } catch (BrokerException e) {
            return Outcome.of(Outcome.Kind.ERROR, e);
        }
    }

    private Outcome published(Outcome outcome, PactBroker broker, Path results) throws IOException {
        List<ContractResult> found = Reports.read(results);
        if (found.isEmpty()) {
            return outcome;
        }
        try {
            PublishResultsMojo.tell(
                    broker.publishResults(found, version(found.get(0).subject().provider())), getLog()::info);
            return outcome;
        } catch (MojoExecutionException | BrokerException e) {
            return Outcome.of(List.of(outcome, Outcome.of(Outcome.Kind.ERROR, e)));
        }
    }

    /** The broker that a pact is in: the configured one, or else that of the pact's URL. */
    private URI brokerOf(String url) {
        URI configured = opening().url(parameters());
        if (configured != null) {
            return configured;
        }
        URI pact = UrlOption.http("pact.filter.pacturl", url);
        int path = pact.toString().indexOf("/pacts/");
        if (path < 0) {
            throw new BadOptionException(
                    "pact.filter.pacturl is \"%s\", which is no URL of a pact in a broker: there is no /pacts/ in it. Correct it."
                            .formatted(url));
        }
        return URI.create(pact.toString().substring(0, path));
    }

    private boolean publishes() {
        String set = find(BrokerSetting.PUBLISH_RESULTS, publishResults);
        return set == null ? ciBuild().isCi() : Boolean.parseBoolean(set);
    }

    private PactsQuery query(String provider) {
        if (provider.isEmpty()) {
            throw new BadOptionException(
                    "No provider. Say whose pacts the broker is asked for: <provider>, or" + " -Dwspact.provider=….");
        }
        try {
            return new PactsQuery(
                    provider,
                    versions().branch(BrokerSetting.PROVIDER_BRANCH, providerBranch),
                    brokerSettings().list(BrokerSetting.PROVIDER_TAGS, providerTags),
                    selectors(),
                    brokerSettings().isSet(BrokerSetting.ENABLE_PENDING, enablePending),
                    since());
        } catch (IllegalArgumentException e) {
            throw new BadOptionException("The broker cannot be asked: " + e.getMessage() + ".");
        }
    }

    private List<ConsumerVersionSelector> selectors() {
        String json = find(BrokerSetting.SELECTORS, consumerVersionSelectors);
        try {
            return json == null ? List.of() : PactBroker.parseSelectors(json);
        } catch (IllegalArgumentException e) {
            throw new BadOptionException(
                    "pactbroker.consumerversionselectors.rawjson cannot be used: " + e.getMessage() + ".");
        }
    }

    private @Nullable LocalDate since() {
        String day = find(BrokerSetting.INCLUDE_WIP, includeWipPactsSince);
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw new BadOptionException(
                    "pactbroker.includeWipPactsSince is \"%s\", which is not a day. Write it as 2026-01-31."
                            .formatted(day));
        }
    }

    private PacticipantVersion version(String provider) {
        return new PacticipantVersion(
                provider,
                versions().number(BrokerSetting.PROVIDER_VERSION, providerVersion, project()),
                versions().branch(BrokerSetting.PROVIDER_BRANCH, providerBranch),
                brokerSettings().list(BrokerSetting.PROVIDER_TAGS, providerTags),
                versions().buildUrl(BrokerSetting.PROVIDER_BUILD_URL, buildUrl));
    }

    private @Nullable String find(BrokerSetting setting, @Nullable String parameter) {
        return brokerSettings().find(setting, parameter);
    }

    private VersionOption versions() {
        return new VersionOption(brokerSettings(), ciBuild());
    }

    private BrokerOpening opening() {
        return new BrokerOpening(
                session(), brokerSettings(), decrypter(), defaultBroker(broker, brokerDirectory), getLog());
    }

    private BrokerOpening.Way way() {
        return wayToBroker(pactBrokerInsecureTLS, brokerTimeout, brokerRetries);
    }

    private BrokerAccess.Parameters parameters() {
        return new BrokerAccess.Parameters(
                pactBrokerUrl,
                pactBrokerToken,
                pactBrokerUsername,
                pactBrokerPassword,
                pactBrokerServerId,
                new BrokerAccess.Authentication(pactBrokerAuthenticationScheme, pactBrokerAuthenticationHeader));
    }
}
