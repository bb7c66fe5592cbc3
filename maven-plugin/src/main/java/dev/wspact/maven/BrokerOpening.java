package dev.wspact.maven;

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
 * Opens the broker that a build has configured.
 *
 * @param session the build
 * @param settings where values are looked up
 * @param decrypter opens the passwords in Maven's settings
 * @param log where warnings go
 */
record BrokerOpening(MavenSession session, BrokerSettings settings, SettingsDecrypter decrypter, Log log) {
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

    /**
     * The configured broker, or else the default one.
     *
     * @throws BadOptionException if there is neither, or a parameter makes no sense
     */
    OpenBroker open(BrokerAccess.Parameters parameters, Way way) {
        URI url = url(parameters);
        if (url != null) {
            return openAt(url, parameters, way);
        }
        DefaultBroker.Running running = DefaultBroker.NONE.start();
        return new OpenBroker(PactBroker.of(options(BrokerOptions.of(running.url()), way)), running.stop());
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
        try {
            options.tls(tls(way))
                    .requestTimeout(DurationOption.parse("wspact.brokerTimeout", way.timeout()))
                    .retries(way.retries());
        } catch (IllegalArgumentException e) {
            throw new BadOptionException(
                    "wspact.brokerTimeout or wspact.brokerRetries cannot be used: " + e.getMessage() + ".");
        }
        HttpProxy proxy = proxy(way.proxy(), options.build().url());
        return proxy == null ? options.build() : options.proxy(proxy).build();
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
