package dev.wspact.verification;

import dev.wspact.message.Headers;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a verification is to be done. Immutable; made by {@link #of(URI)}. */
public final class VerificationOptions {
    private static final Set<String> SCHEMES = Set.of("ws", "wss");

    /** Stands for the server where there is none, since a recording is judged. */
    private static final URI NO_SERVER = URI.create("ws://recording.invalid");

    private final Builder values;

    private VerificationOptions(Builder values) {
        this.values = new Builder(values);
    }

    /**
     * Starts from the defaults.
     *
     * @param url where the provider listens: {@code ws://host:port/path} or {@code wss://…}. Its path is for contracts that
     *     name none; one that ends in a slash is the base below which theirs are. The query is sent as it stands
     * @throws IllegalArgumentException if the URL has no {@code ws} or {@code wss} scheme, no host, a port that there is
     *     not, or a fragment
     */
    public static Builder of(URI url) {
        return new Builder(checked(url));
    }

    /**
     * Starts from the defaults for judging a recording of any server; {@link #of(URI)} does too, and then only what was
     * recorded at that URL's path counts for contracts that name none.
     */
    public static Builder ofRecording() {
        return new Builder(NO_SERVER);
    }

    /** Starts from these options. */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** Where the provider listens. */
    public URI url() {
        return values.url;
    }

    /** Whether {@link #url()} is a server's; it is none where they were made by {@link #ofRecording()}. */
    public boolean namesServer() {
        return !values.url.equals(NO_SERVER);
    }

    /** Header fields for each opening handshake. */
    public ConnectionHeaders headers() {
        return values.headers;
    }

    /** Whether {@link Builder#headers} was called, so that a refusal may be the fault of what the verifier added. */
    public boolean addsCredentials() {
        return values.addsCredentials;
    }

    /** How long an interaction waits where the contract does not say. */
    public Duration timeout() {
        return values.timeout;
    }

    /** How long to go on listening once everything is satisfied; zero to end at once. */
    public Duration observe() {
        return values.observe;
    }

    /** For how long a refused connection is tried again; zero to give up at once. */
    public Duration waitFor() {
        return values.waitFor;
    }

    /** JSON Pointers or member names of the field that tells message types apart; empty to find it in the contracts. */
    public List<String> discriminator() {
        return values.discriminator;
    }

    /** What fails beyond what the consumer asked for. */
    public Strictness strictness() {
        return values.strictness;
    }

    /** Names of states that cause a push, for contracts that do not say so themselves; null for none. */
    public @Nullable Pattern triggerStates() {
        return values.triggerStates;
    }

    /** Brings the provider into its states, in this process; null if there is none. */
    public @Nullable ProviderStateHandler stateHandler() {
        return values.stateHandler;
    }

    /** The URL that brings the provider into its states; null if there is none. */
    public @Nullable StateChange stateChange() {
        return values.stateChange;
    }

    /** Whom a {@code wss} connection trusts, and who the verifier says it is. */
    public Tls tls() {
        return values.tls;
    }

    /** The way to the provider; null if it is direct. */
    public @Nullable HttpProxy proxy() {
        return values.proxy;
    }

    /** Whether redirects of the opening handshake are followed. */
    public boolean followRedirects() {
        return values.followRedirects;
    }

    /** Names of header fields and query parameters that are secret beside those that are known to be. */
    public Set<String> redact() {
        return values.redact;
    }

    /** What a server may cost. */
    public Limits limits() {
        return values.limits;
    }

    /** Whether to offer the server to compress messages (permessage-deflate, RFC 7692). */
    public boolean compression() {
        return values.compression;
    }

    /** The file into which the traffic is recorded (docs/recordings.md); null for none. */
    public @Nullable Path recordTo() {
        return values.recordTo;
    }

    /** JSON Pointers to members of messages that are not recorded. */
    public List<String> redactFields() {
        return values.redactFields;
    }

    private static URI checked(URI url) {
        Objects.requireNonNull(url, "url");
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            throw new IllegalArgumentException(
                    "\"" + url + "\" is not a WebSocket URL. " + "Write ws://host:port/path, or wss:// for TLS.");
        }
        ServerAddress.check(url);
        if (url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "\"" + url + "\" has a fragment, which a WebSocket URL must not have. Remove everything from #.");
        }
        return url;
    }

    private static Duration positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(name + " must be positive, but was " + value);
        }
        return value;
    }

    private static Duration notNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, but was " + value);
        }
        return value;
    }

    /** Collects options; every method returns this builder. Not for use by several threads. */
    public static final class Builder {
        private final URI url;
        private ConnectionHeaders headers = (interactions, states) -> Headers.NONE;
        private boolean addsCredentials;
        private Duration timeout = Duration.ofSeconds(10);
        private Duration observe = Duration.ZERO;
        private Duration waitFor = Duration.ZERO;
        private List<String> discriminator = List.of();
        private Strictness strictness = Strictness.TOLERANT;
        private @Nullable Pattern triggerStates;
        private @Nullable ProviderStateHandler stateHandler;
        private @Nullable StateChange stateChange;
        private Tls tls = Tls.DEFAULT;
        private @Nullable HttpProxy proxy;
        private boolean followRedirects;
        private Set<String> redact = Set.of();
        private Limits limits = Limits.DEFAULT;
        private boolean compression;
        private @Nullable Path recordTo;
        private List<String> redactFields = List.of();

        private Builder(URI url) {
            this.url = url;
        }

        private Builder(Builder other) {
            this.url = other.url;
            this.headers = other.headers;
            this.addsCredentials = other.addsCredentials;
            this.timeout = other.timeout;
            this.observe = other.observe;
            this.waitFor = other.waitFor;
            this.discriminator = other.discriminator;
            this.strictness = other.strictness;
            this.triggerStates = other.triggerStates;
            this.stateHandler = other.stateHandler;
            this.stateChange = other.stateChange;
            this.tls = other.tls;
            this.proxy = other.proxy;
            this.followRedirects = other.followRedirects;
            this.redact = other.redact;
            this.limits = other.limits;
            this.compression = other.compression;
            this.recordTo = other.recordTo;
            this.redactFields = other.redactFields;
        }

        /** Header fields that are the same for every opening handshake. */
        public Builder headers(Map<String, List<String>> headers) {
            Headers fixed = new Headers(headers);
            this.headers = (interactions, states) -> fixed;
            this.addsCredentials = !fixed.isEmpty();
            return this;
        }

        /** Header fields for each opening handshake, from someone who knows the interactions and their states. */
        public Builder headers(ConnectionHeaders headers) {
            this.headers = Objects.requireNonNull(headers, "headers");
            this.addsCredentials = true;
            return this;
        }

        /** How long an interaction waits where the contract does not say. 10 seconds by default. */
        public Builder timeout(Duration timeout) {
            this.timeout = positive("timeout", timeout);
            return this;
        }

        /** How long to go on listening once everything is satisfied. Zero by default: it ends at once. */
        public Builder observe(Duration observe) {
            this.observe = notNegative("observe", observe);
            return this;
        }

        /** For how long a refused connection is tried again. Zero by default: it gives up at once. */
        public Builder waitFor(Duration waitFor) {
            this.waitFor = notNegative("waitFor", waitFor);
            return this;
        }

        /** JSON Pointers ({@code /header/type}) or member names of the field that tells message types apart. */
        public Builder discriminator(List<String> fields) {
            this.discriminator = List.copyOf(fields);
            return this;
        }

        /** What fails beyond what the consumer asked for. Nothing by default. */
        public Builder strictness(Strictness strictness) {
            this.strictness = Objects.requireNonNull(strictness, "strictness");
            return this;
        }

        /** Names of states that cause a push, for contracts that do not say so themselves. */
        public Builder triggerStates(Pattern names) {
            this.triggerStates = Objects.requireNonNull(names, "names");
            return this;
        }

        /** Brings the provider into its states, in this process. Used before a {@link #stateChange} URL. */
        public Builder stateHandler(ProviderStateHandler handler) {
            this.stateHandler = Objects.requireNonNull(handler, "handler");
            return this;
        }

        /** The URL that brings the provider into its states. */
        public Builder stateChange(StateChange stateChange) {
            this.stateChange = Objects.requireNonNull(stateChange, "stateChange");
            return this;
        }

        /** Whom a {@code wss} connection trusts, and who the verifier says it is. */
        public Builder tls(Tls tls) {
            this.tls = Objects.requireNonNull(tls, "tls");
            return this;
        }

        /** The way to the provider, and to the URL that changes its states unless that is on the own machine. Direct by default. */
        public Builder proxy(HttpProxy proxy) {
            this.proxy = Objects.requireNonNull(proxy, "proxy");
            return this;
        }

        /**
         * Whether redirects of the opening handshake (301, 302, 303, 307, 308) are followed: at most five, never from TLS to
         * a connection without, and without the credentials where another origin is reached. False by default: a
         * redirect is a refusal. An interaction that itself describes a redirect is judged by it.
         */
        public Builder followRedirects(boolean follow) {
            this.followRedirects = follow;
            return this;
        }

        /**
         * Names of header fields and query parameters that no text, result or report may show, without case. Beside them
         * {@code Authorization}, {@code Cookie}, {@code token} and the like are always secret.
         */
        public Builder redact(Set<String> names) {
            this.redact = Set.copyOf(names);
            return this;
        }

        /** What a server may cost. */
        public Builder limits(Limits limits) {
            this.limits = Objects.requireNonNull(limits, "limits");
            return this;
        }

        /**
         * Whether to offer the server to compress messages (permessage-deflate, <a
         * href="https://www.rfc-editor.org/rfc/rfc7692">RFC 7692</a>). Not offered by default.
         */
        public Builder compression(boolean offered) {
            this.compression = offered;
            return this;
        }

        /**
         * Records the traffic into a file (docs/recordings.md), so that it can be judged again without the server. A file
         * that is there is replaced. Secrets in header fields and URLs are taken out; messages stay as they are, but for
         * {@link #redactFields}.
         */
        public Builder recordTo(Path file) {
            this.recordTo = Objects.requireNonNull(file, "file");
            return this;
        }

        /** JSON Pointers to members of messages, such as {@code /token}, that are not to be recorded. */
        public Builder redactFields(List<String> pointers) {
            this.redactFields = List.copyOf(pointers);
            for (String pointer : redactFields) {
                if (!pointer.startsWith("/")) {
                    throw new IllegalArgumentException(
                            "\"" + pointer + "\" is no JSON Pointer to a member. Write it as /member.");
                }
            }
            return this;
        }

        /** The finished options; the builder may go on being used. */
        public VerificationOptions build() {
            return new VerificationOptions(this);
        }
    }
}
