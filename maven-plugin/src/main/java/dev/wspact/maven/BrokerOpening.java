package dev.wspact.maven;

import dev.wspact.EmbeddedBroker;
import dev.wspact.PactBroker;
import dev.wspact.broker.BrokerOptions;
import dev.wspact.verification.HttpProxy;
import dev.wspact.verification.KeyStoreFile;
import dev.wspact.verification.Tls;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Opens the broker that a build has configured, or else the embedded one.
 *
 * @param session the build
 * @param settings where values are looked up
 * @param decrypter opens the passwords in Maven's settings
 * @param embedded the embedded one
 * @param log where warnings go
 */
record BrokerOpening(
        MavenSession session, BrokerSettings settings, SettingsDecrypter decrypter, DefaultBroker embedded, Log log) {
    /** The way to the broker, and what it may cost; each parameter of a goal as it stands. */
    record Way(
            boolean insecure,
            @Nullable File trustStore,
            String trustStorePassword,
            @Nullable String proxy,
            String timeout,
            int retries) {}

    /** The broker's URL; null if none is configured. */
    @Nullable
    URI url(BrokerAccess.Parameters parameters) {
        return access().url(parameters);
    }

    /** Whether there is a broker that was asked for: one is configured, or the embedded one is chosen. */
    boolean hasBroker(BrokerAccess.Parameters parameters) {
        return url(parameters) != null || embedded.isChosen();
    }

    /**
     * The configured broker, or else the embedded one.
     *
     * @throws BadOptionException if there is none, or a parameter makes no sense
     */
    OpenBroker open(BrokerAccess.Parameters parameters, Way way) {
        URI url = url(parameters);
        return url == null || embedded.isChosen()
                ? openEmbedded(url != null, parameters, way)
                : openAt(url, parameters, way);
    }

    private OpenBroker openEmbedded(boolean configured, BrokerAccess.Parameters parameters, Way way) {
        EmbeddedBroker started = embedded.start(configured);
        boolean open = false;
        try {
            // one that another process serves may want to know who we are
            BrokerOptions.Builder options = started.isServing()
                    ? BrokerOptions.of(started.getUrl())
                    : access().options(started.getUrl(), parameters);
            OpenBroker broker =
                    new OpenBroker(PactBroker.of(limited(options, way).build()), started::close);
            open = true;
            return broker;
        } finally {
            if (!open) {
                started.close();
            }
        }
    }

    /**
     * The broker at a URL.
     *
     * @throws BadOptionException if a parameter makes no sense, or Maven is offline and the broker on another machine
     */
    OpenBroker openAt(URI url, BrokerAccess.Parameters parameters, Way way) {
        if (session.isOffline() && !OwnMachine.isAt(url)) {
            throw new BadOptionException(
                    "Maven is offline (-o), and the broker is on another machine, so it is not asked. Run without -o.");
        }
        BrokerOptions options = options(access().options(url, parameters), way);
        return new OpenBroker(PactBroker.of(options), () -> {});
    }

    private BrokerAccess access() {
        return new BrokerAccess(settings, session.getSettings().getServers(), decrypter);
    }

    private BrokerOptions options(BrokerOptions.Builder options, Way way) {
        limited(options, way).tls(tls(way));
        HttpProxy proxy = proxy(way.proxy(), options.build().url());
        return proxy == null ? options.build() : options.proxy(proxy).build();
    }

    private static BrokerOptions.Builder limited(BrokerOptions.Builder options, Way way) {
        try {
            return options.requestTimeout(DurationOption.parse("wspact.brokerTimeout", way.timeout()))
                    .retries(way.retries());
        } catch (IllegalArgumentException e) {
            throw new BadOptionException(
                    "wspact.brokerTimeout or wspact.brokerRetries cannot be used: " + e.getMessage() + ".");
        }
    }

    private @Nullable HttpProxy proxy(@Nullable String text, URI url) {
        HttpProxy proxy = new ProxyOption(session.getSettings().getProxies(), decrypter).pick(text, url);
        boolean said = text != null && !text.isBlank();
        return proxy == null && !said ? new EnvironmentProxy(session.getSystemProperties()).pick(url) : proxy;
    }

    private Tls tls(Way way) {
        boolean insecure = settings.isSet(BrokerSetting.INSECURE_TLS, way.insecure());
        if (insecure) {
            log.warn(
                    "pactBrokerInsecureTLS is set: every TLS certificate is trusted and no host name is checked, so that"
                            + " anyone can pass for the broker. Never do this where a release depends on its answers.");
        }
        File store = way.trustStore();
        if (store != null && !Files.isRegularFile(store.toPath())) {
            throw new BadOptionException(
                    "wspact.trustStore is \"%s\", where there is no file. Correct the path.".formatted(store));
        }
        return new Tls(
                store == null ? null : new KeyStoreFile(store.toPath(), way.trustStorePassword()), null, insecure);
    }
}
