package dev.wspact.maven;

import dev.wspact.verification.HttpProxy;
import dev.wspact.verification.KeyStoreFile;
import dev.wspact.verification.Limits;
import dev.wspact.verification.Tls;
import dev.wspact.verification.VerificationOptions;
import java.io.File;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** A goal that opens connections to the server: how it gets there, whom it trusts, and what the server may cost. */
abstract class ConnectionMojo extends TestsMojo {
    /**
     * Where the server listens: {@code ws://host:port/path}, or {@code wss://} for TLS. Required, unless a recording is
     * verified. The path is used for
     * contracts that name none; one that ends in a slash goes before theirs.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.url")
    private @Nullable String url;

    /**
     * Header fields of every opening handshake, such as {@code Authorization: Bearer …}: text with one field a line, or one
     * element {@code <header>} a field. Not sent where a contract says {@code credentials: none}.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.headers")
    private HeaderLines headers = new HeaderLines();

    /**
     * Key store (PKCS12 or JKS) with the certificates to trust over {@code wss}. Those of the JDK if not set.
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
     * Key store (PKCS12 or JKS) with the certificate and private key to show to a server that asks for a client certificate.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.keyStore")
    private @Nullable File keyStore;

    /**
     * Password of the key store and of the key in it.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.keyStorePassword", defaultValue = "changeit")
    private String keyStorePassword;

    /**
     * Trusts every certificate and checks no host name, so that anyone can pass for the provider. Every result says so.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.insecure", defaultValue = "false")
    private boolean insecure;

    /**
     * HTTP proxy on the way to the server: {@code http://host:port} or {@code http://user:password@host:port}. If it is not
     * set, the active proxy of Maven's settings is used, which never stands before the own machine; {@code none} goes
     * without any.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.proxy")
    private @Nullable String proxy;

    /**
     * Follows redirects of the opening handshake: at most five, never away from TLS, and without credentials to another
     * origin. Otherwise a redirect is a refusal.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.followRedirects", defaultValue = "false")
    private boolean followRedirects;

    /**
     * Names of header fields and query parameters that no text, result or report may show, beside {@code Authorization},
     * {@code Cookie}, {@code token} and the like, which are always left out.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.redact")
    private List<String> redact = List.of();

    /**
     * Offers the server to compress messages (permessage-deflate, RFC 7692).
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.compression", defaultValue = "false")
    private boolean compression;

    /**
     * The longest opening handshake.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.handshakeTimeout", defaultValue = "10s")
    private String handshakeTimeout;

    /**
     * The largest message that is taken, in bytes or as {@code 16MiB}.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.maxMessageSize", defaultValue = "16MiB")
    private String maxMessageSize;

    /**
     * How many messages of a connection are kept for texts and reports. All are judged, whatever this says.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.transcriptMessages", defaultValue = "200")
    private int transcriptMessages;

    /**
     * How many bytes of payload of a connection are kept for texts and reports, in bytes or as {@code 1MiB}.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.transcriptSize", defaultValue = "1MiB")
    private String transcriptSize;

    /**
     * More of what the server may cost, each limit as {@code name=value}, such as {@code idleTime=30s}. The names are
     * handshakeBytes, idleTime, inflatedBytes, fragmentsPerMessage, controlFramesPerSecond and transcriptFrames.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.limits")
    private List<String> limits = List.of();

    /**
     * Members of messages that are not recorded, as JSON Pointers such as {@code /token}. Only for recordings; results and
     * reports show messages as they were seen.
     *
     * @since 0.1
     */
    @Parameter(property = "wspact.redactFields")
    private List<String> redactFields = List.of();

    /** Opens the passwords in Maven's settings. */
    @Inject
    private SettingsDecrypter decrypter;

    /**
     * What these parameters say.
     *
     * @throws BadOptionException if one of them is wrong
     * @throws IllegalArgumentException if core does not take one of them
     */
    final VerificationOptions.Builder connection() {
        VerificationOptions.Builder options = VerificationOptions.of(UrlOption.webSocket(url))
                .tls(tls())
                .followRedirects(followRedirects)
                .redact(names(redact))
                .redactFields(redactFields)
                .limits(limits())
                .compression(compression);
        Map<String, List<String>> fields = headers.parse();
        if (!fields.isEmpty()) {
            options.headers(fields);
        }
        HttpProxy way = new ProxyOption(settings().getProxies(), decrypter)
                .pick(proxy, options.build().url());
        if (way != null) {
            options.proxy(way);
        }
        return options;
    }

    final SettingsDecrypter decrypter() {
        return decrypter;
    }

    /** The way to the broker is that to the server: one trust store, one proxy. */
    final BrokerOpening.Way wayToBroker(boolean insecureBroker, String timeout, int retries) {
        return new BrokerOpening.Way(insecureBroker, trustStore, trustStorePassword, proxy, timeout, retries);
    }

    /** What these parameters say where a recording stands for the server; the URL may be missing then. */
    final VerificationOptions.Builder recorded() {
        VerificationOptions.Builder options = url == null || url.isBlank()
                ? VerificationOptions.ofRecording()
                : VerificationOptions.of(UrlOption.webSocket(url));
        return options.redact(names(redact)).limits(limits());
    }

    private Limits limits() {
        Limits.Builder builder = Limits.builder()
                .handshakeTime(DurationOption.parse("wspact.handshakeTimeout", handshakeTimeout))
                .messageBytes(SizeOption.parse("wspact.maxMessageSize", maxMessageSize))
                .transcriptMessages(transcriptMessages)
                .transcriptBytes(SizeOption.parse("wspact.transcriptSize", transcriptSize));
        LimitOptions.apply(limits, builder);
        return builder.build();
    }

    private Tls tls() {
        if (insecure) {
            getLog().warn(
                            "wspact.insecure is set: every TLS certificate is trusted and no host name is checked, so that"
                                    + " anyone can pass for the provider. Never do this where a release depends on the verification.");
        }
        return new Tls(
                store("wspact.trustStore", trustStore, trustStorePassword),
                store("wspact.keyStore", keyStore, keyStorePassword),
                insecure);
    }

    private static @Nullable KeyStoreFile store(String option, @Nullable File file, String password) {
        if (file == null) {
            return null;
        }
        if (!Files.isRegularFile(file.toPath())) {
            throw new BadOptionException(
                    "%s is \"%s\", where there is no file. Correct the path.".formatted(option, file));
        }
        return new KeyStoreFile(file.toPath(), password);
    }

    private static Set<String> names(List<String> texts) {
        return texts.stream().map(String::strip).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }
}
