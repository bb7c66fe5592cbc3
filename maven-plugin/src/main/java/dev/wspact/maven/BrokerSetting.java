package dev.wspact.maven;

/**
 * Everything about a broker that can be set, under all of its names: those of Pact's Maven plugin, its JUnit support, and
 * its command line. The one table of them; goals declare the Maven names only, and ask for the others here.
 */
enum BrokerSetting {
    URL("pactBrokerUrl", "pact.broker.url", "pactbroker.url PACT_BROKER_BASE_URL"),
    BROKER("broker", "wspact.broker", ""),
    TOKEN("pactBrokerToken", "pact.broker.token", "pactbroker.auth.token PACT_BROKER_TOKEN"),
    USERNAME("pactBrokerUsername", "pact.broker.username", "pactbroker.auth.username PACT_BROKER_USERNAME"),
    PASSWORD("pactBrokerPassword", "pact.broker.password", "pactbroker.auth.password PACT_BROKER_PASSWORD"),
    SERVER_ID("pactBrokerServerId", "pact.broker.serverId", ""),
    AUTHENTICATION_SCHEME("pactBrokerAuthenticationScheme", "pact.broker.authenticationScheme", ""),
    AUTHENTICATION_HEADER("pactBrokerAuthenticationHeader", "pact.broker.authenticationHeader", ""),
    INSECURE_TLS(
            "pactBrokerInsecureTLS",
            "pactBrokerInsecureTLS",
            "pactbroker.enableInsecureTls PACT_DISABLE_SSL_VERIFICATION SSL_SKIP_VERIFICATION"),
    PACT_DIRECTORY("pactDirectory", "wspact.pactDirectory", "pact.pactDirectory pact.rootDir"),
    CONSUMER_VERSION(
            "projectVersion", "pact.projectVersion", "pact.publish.consumer.version PACT_PUBLISH_CONSUMER_VERSION"),
    CONSUMER_BRANCH("branchName", "pact.publish.consumer.branchName", "PACT_PUBLISH_CONSUMER_BRANCHNAME"),
    CONSUMER_BUILD_URL("buildUrl", "pact.publish.consumer.buildUrl", "PACT_PUBLISH_CONSUMER_BUILDURL"),
    CONSUMER_TAGS("tags", "pact.consumer.tags", ""),
    SKIP_PUBLISH("skipPactPublish", "skipPactPublish", ""),
    PROVIDER("provider", "wspact.provider", "pact.provider.name PACT_PROVIDER_NAME"),
    PROVIDER_VERSION("providerVersion", "pact.provider.version", "PACT_PROVIDER_VERSION"),
    PROVIDER_BRANCH("providerBranch", "pact.provider.branch", "pactbroker.providerBranch PACT_PROVIDER_BRANCH"),
    PROVIDER_TAGS("providerTags", "pact.provider.tag", "PACT_PROVIDER_TAG"),
    PROVIDER_BUILD_URL("buildUrl", "pact.verifier.buildUrl", "PACT_VERIFIER_BUILDURL"),
    PUBLISH_RESULTS("publishResults", "pact.verifier.publishResults", "PACT_BROKER_PUBLISH_VERIFICATION_RESULTS"),
    PACT_URL("pactUrl", "pact.filter.pacturl", ""),
    SELECTORS("consumerVersionSelectors", "pactbroker.consumerversionselectors.rawjson", ""),
    ENABLE_PENDING("enablePending", "pactbroker.enablePending", ""),
    INCLUDE_WIP("includeWipPactsSince", "pactbroker.includeWipPactsSince", ""),
    PACTICIPANT("pacticipant", "pacticipant", ""),
    PACTICIPANT_VERSION("pacticipantVersion", "pacticipantVersion", ""),
    DRY_RUN("dryRun", "wspact.dryRun", "PACT_BROKER_CAN_I_DEPLOY_DRY_RUN"),
    IGNORE("ignore", "ignore", "PACT_BROKER_CAN_I_DEPLOY_IGNORE");

    private final String parameter;
    private final String property;
    private final String dialects;

    /** The other names stand in one text with spaces between them, since that cannot be changed by anyone. */
    BrokerSetting(String parameter, String property, String dialects) {
        this.parameter = parameter;
        this.property = property;
        this.dialects = dialects;
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
        return (property + " " + dialects).strip().split(" ", -1);
    }

    /** Whether its value is never shown. */
    boolean secret() {
        return this == TOKEN || this == PASSWORD;
    }
}
