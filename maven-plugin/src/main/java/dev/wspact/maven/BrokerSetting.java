package dev.wspact.maven;

import java.util.List;
import java.util.stream.Stream;

/**
 * Everything about a broker that can be set, under all of its names: those of Pact's Maven plugin, its JUnit support, and
 * its command line. The one table of them; goals declare the Maven names only, and ask for the others here.
 */
enum BrokerSetting {
    URL("pactBrokerUrl", "pact.broker.url", List.of("pactbroker.url"), List.of("PACT_BROKER_BASE_URL")),
    TOKEN("pactBrokerToken", "pact.broker.token", List.of("pactbroker.auth.token"), List.of("PACT_BROKER_TOKEN")),
    USERNAME(
            "pactBrokerUsername",
            "pact.broker.username",
            List.of("pactbroker.auth.username"),
            List.of("PACT_BROKER_USERNAME")),
    PASSWORD(
            "pactBrokerPassword",
            "pact.broker.password",
            List.of("pactbroker.auth.password"),
            List.of("PACT_BROKER_PASSWORD")),
    SERVER_ID("pactBrokerServerId", "pact.broker.serverId", List.of(), List.of()),
    AUTHENTICATION_SCHEME("pactBrokerAuthenticationScheme", "pact.broker.authenticationScheme", List.of(), List.of()),
    AUTHENTICATION_HEADER("pactBrokerAuthenticationHeader", "pact.broker.authenticationHeader", List.of(), List.of()),
    INSECURE_TLS(
            "pactBrokerInsecureTLS",
            "pactBrokerInsecureTLS",
            List.of("pactbroker.enableInsecureTls"),
            List.of("PACT_DISABLE_SSL_VERIFICATION", "SSL_SKIP_VERIFICATION")),
    PACT_DIRECTORY("pactDirectory", "wspact.pactDirectory", List.of("pact.pactDirectory", "pact.rootDir"), List.of()),
    CONSUMER_VERSION(
            "projectVersion",
            "pact.projectVersion",
            List.of("pact.publish.consumer.version"),
            List.of("PACT_PUBLISH_CONSUMER_VERSION")),
    CONSUMER_BRANCH(
            "branchName", "pact.publish.consumer.branchName", List.of(), List.of("PACT_PUBLISH_CONSUMER_BRANCHNAME")),
    CONSUMER_BUILD_URL(
            "buildUrl", "pact.publish.consumer.buildUrl", List.of(), List.of("PACT_PUBLISH_CONSUMER_BUILDURL")),
    CONSUMER_TAGS("tags", "pact.consumer.tags", List.of(), List.of()),
    SKIP_PUBLISH("skipPactPublish", "skipPactPublish", List.of(), List.of()),
    PROVIDER("provider", "wspact.provider", List.of("pact.provider.name"), List.of("PACT_PROVIDER_NAME")),
    PROVIDER_VERSION("providerVersion", "pact.provider.version", List.of(), List.of("PACT_PROVIDER_VERSION")),
    PROVIDER_BRANCH(
            "providerBranch",
            "pact.provider.branch",
            List.of("pactbroker.providerBranch"),
            List.of("PACT_PROVIDER_BRANCH")),
    PROVIDER_TAGS("providerTags", "pact.provider.tag", List.of(), List.of("PACT_PROVIDER_TAG")),
    PROVIDER_BUILD_URL("buildUrl", "pact.verifier.buildUrl", List.of(), List.of("PACT_VERIFIER_BUILDURL")),
    PUBLISH_RESULTS(
            "publishResults",
            "pact.verifier.publishResults",
            List.of(),
            List.of("PACT_BROKER_PUBLISH_VERIFICATION_RESULTS")),
    PACT_URL("pactUrl", "pact.filter.pacturl", List.of(), List.of()),
    SELECTORS("consumerVersionSelectors", "pactbroker.consumerversionselectors.rawjson", List.of(), List.of()),
    ENABLE_PENDING("enablePending", "pactbroker.enablePending", List.of(), List.of()),
    INCLUDE_WIP("includeWipPactsSince", "pactbroker.includeWipPactsSince", List.of(), List.of()),
    PACTICIPANT("pacticipant", "pacticipant", List.of(), List.of()),
    PACTICIPANT_VERSION("pacticipantVersion", "pacticipantVersion", List.of(), List.of()),
    DRY_RUN("dryRun", "wspact.dryRun", List.of(), List.of("PACT_BROKER_CAN_I_DEPLOY_DRY_RUN")),
    IGNORE("ignore", "ignore", List.of(), List.of("PACT_BROKER_CAN_I_DEPLOY_IGNORE"));

    private final String parameter;
    private final String property;
    private final List<String> dialects;
    private final List<String> environment;

    BrokerSetting(String parameter, String property, List<String> dialects, List<String> environment) {
        this.parameter = parameter;
        this.property = property;
        this.dialects = dialects;
        this.environment = environment;
    }

    /** The element in the POM. */
    String parameter() {
        return parameter;
    }

    /** The property of that parameter. */
    String property() {
        return property;
    }

    /** All names after the parameter's own, the first that is set wins: Pact's other dialects, and environment variables. */
    String[] others() {
        return Stream.of(List.of(property), dialects, environment)
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    /** Whether its value is never shown. */
    boolean secret() {
        return this == TOKEN || this == PASSWORD;
    }
}
