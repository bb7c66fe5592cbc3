package dev.wspact.maven;

import dev.wspact.PactBroker;
import dev.wspact.broker.BrokerException;
import dev.wspact.contract.ContractFormatException;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** A goal that talks to the broker: where it is, who we are, and how errors are told from failures. */
abstract class BrokerGoalMojo extends WspactMojo {
    /**
     * The broker's URL, such as {@code https://broker.example.org}. If it is not set, {@code pactbroker.url} and the
     * environment variable {@code PACT_BROKER_BASE_URL} are asked.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.broker.url")
    private @Nullable String pactBrokerUrl;

    /**
     * A token for the broker, as PactFlow wants it. Better in the environment variable {@code PACT_BROKER_TOKEN}, or in
     * Maven's settings, than on a command line.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.broker.token")
    private @Nullable String pactBrokerToken;

    /**
     * The user for basic authentication. If it is not set, {@code PACT_BROKER_USERNAME} is asked.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.broker.username")
    private @Nullable String pactBrokerUsername;

    /**
     * The password of that user. If it is not set, {@code PACT_BROKER_PASSWORD} is asked.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.broker.password")
    private @Nullable String pactBrokerPassword;

    /**
     * Id of a {@code <server>} in Maven's settings.xml, whose password may be encrypted. A password without a user name is a
     * token.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.broker.serverId")
    private @Nullable String pactBrokerServerId;

    /**
     * How the {@code <server>} is used: {@code basic} or {@code bearer}. Told from its user name if not set.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.broker.authenticationScheme")
    private @Nullable String pactBrokerAuthenticationScheme;

    /**
     * Name of the header field that carries a token. {@code Authorization} by default.
     *
     * @since 0.1
     */
    @Parameter(property = "pact.broker.authenticationHeader")
    private @Nullable String pactBrokerAuthenticationHeader;

    /**
     * Trusts every certificate of the broker and checks no host name, so that anyone can pass for it.
     *
     * @since 0.1
     */
    @Parameter(property = "pactBrokerInsecureTLS", defaultValue = "false")
    private boolean pactBrokerInsecureTLS;

    /**
     * Key store (PKCS12 or JKS) with the certificates to trust. Those of the JDK if not set.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.trustStore")
    private @Nullable File trustStore;

    /**
     * Password of the trust store.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.trustStorePassword", defaultValue = "changeit")
    private String trustStorePassword;

    /**
     * HTTP proxy on the way to the broker: {@code http://host:port} or {@code http://user:password@host:port}. If it is not
     * set, the active proxy of Maven's settings is used, or else that of the JVM ({@code https.proxyHost}), or of the
     * environment ({@code HTTPS_PROXY}); {@code none} goes without any.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.proxy")
    private @Nullable String proxy;

    /**
     * The longest wait for one answer of the broker.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.brokerTimeout", defaultValue = "30s")
    private String brokerTimeout;

    /**
     * How often a request is sent again after a connection fault or an answer of 502, 503 or 504, where that is safe.
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

    /** Opens the passwords in Maven's settings. */
    @Inject
    private SettingsDecrypter decrypter;

    /** What the goal does with the broker. */
    abstract void run(PactBroker broker) throws MojoExecutionException, MojoFailureException, IOException;

    /** Whether there is anything to do here, before the broker is asked for; says why not. */
    boolean applies() throws MojoFailureException, IOException {
        return true;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        Optional<String> skippedBy = skippedBy();
        if (skippedBy.isPresent()) {
            getLog().warn("Nothing is said to the broker: " + skippedBy.get() + " is set.");
            return;
        }
        warnOfUnknownOptions();
        try {
            if (applies()) {
                withBroker();
            }
        } catch (ContractFormatException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (BadOptionException | IllegalArgumentException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("A file cannot be read: " + e + ".", e);
        } catch (BrokerException e) {
            if (e.kind() == BrokerException.Kind.CONFLICT) {
                throw new MojoFailureException(e.getMessage(), e);
            }
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private void withBroker() throws MojoExecutionException, MojoFailureException, IOException {
        BrokerOpening opening = new BrokerOpening(
                session(), brokerSettings(), decrypter, defaultBroker(broker, brokerDirectory), getLog());
        BrokerAccess.Parameters parameters = new BrokerAccess.Parameters(
                pactBrokerUrl,
                pactBrokerToken,
                pactBrokerUsername,
                pactBrokerPassword,
                pactBrokerServerId,
                new BrokerAccess.Authentication(pactBrokerAuthenticationScheme, pactBrokerAuthenticationHeader));
        BrokerOpening.Way way = new BrokerOpening.Way(
                pactBrokerInsecureTLS, trustStore, trustStorePassword, proxy, brokerTimeout, brokerRetries);
        try (OpenBroker open = opening.open(parameters, way)) {
            run(open.broker());
        }
    }
}
