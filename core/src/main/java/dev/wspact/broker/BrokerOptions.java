package dev.wspact.broker;

import dev.wspact.verification.HttpProxy;
import dev.wspact.verification.Tls;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the broker is, how to get there, and what it may cost. Immutable; made by {@link #of(URI)}. */
public final class BrokerOptions {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final Builder values;

    private BrokerOptions(Builder values) {
        this.values = new Builder(values);
    }

    /**
     * Starts from the defaults.
     *
     * @param url the broker's base URL, {@code http://host:port/path} or {@code https://…}; a user and password in it become
     *     {@link BrokerCredentials.Basic}
     * @throws IllegalArgumentException if it is no such URL, or has a query or fragment; the text shows no password
     */
    public static Builder of(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme) || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "the broker's URL must be written as http://host:port/path, or https:// for TLS");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "the broker's URL has a query or a fragment; it is the address of the broker's first page, without either");
        }
        Builder builder = new Builder(bare(url, scheme));
        return url.getRawUserInfo() == null ? builder : builder.credentials(basic(url.getRawUserInfo()));
    }

    private static URI bare(URI url, String scheme) {
        try {
            String path = url.getPath() == null ? "" : url.getPath();
            String withoutSlash = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
            return new URI(scheme, null, url.getHost(), url.getPort(), withoutSlash, null, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the broker's URL cannot be used: " + e.getReason(), e);
        }
    }

    private static BrokerCredentials basic(String rawUserInfo) {
        String[] parts = rawUserInfo.split(":", 2);
        return new BrokerCredentials.Basic(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
    }

    private static String decoded(String raw) {
        // a plus is a plus in a URL's user info, unlike in a form
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The broker's base URL, without a slash at its end. */
    public URI url() {
        return values.url;
    }

    /** Who we are; null if the broker does not ask. */
    public @Nullable BrokerCredentials credentials() {
        return values.credentials;
    }

    /** The proxy on the way; null for none. */
    public @Nullable HttpProxy proxy() {
        return values.proxy;
    }

    /** Whom to trust over {@code https}, and whose certificate to show. */
    public Tls tls() {
        return values.tls;
    }

    /** The longest wait for one answer. */
    public Duration requestTimeout() {
        return values.requestTimeout;
    }

    /** How often a request is sent again after a fault that may pass. */
    public int retries() {
        return values.retries;
    }

    /** The wait before the first retry; each later one is twice as long. */
    public Duration backoff() {
        return values.backoff;
    }

    /** The largest answer, in bytes. */
    public int answerBytes() {
        return values.answerBytes;
    }

    /** Collects the options; each has a default. For one thread. */
    public static final class Builder {
        private final URI url;
        private @Nullable BrokerCredentials credentials;
        private @Nullable HttpProxy proxy;
        private Tls tls = Tls.DEFAULT;
        private Duration requestTimeout = Duration.ofSeconds(30);
        private int retries = 3;
        private Duration backoff = Duration.ofMillis(500);
        private int answerBytes = 64 << 20;

        private Builder(URI url) {
            this.url = url;
        }

        private Builder(Builder other) {
            url = other.url;
            credentials = other.credentials;
            proxy = other.proxy;
            tls = other.tls;
            requestTimeout = other.requestTimeout;
            retries = other.retries;
            backoff = other.backoff;
            answerBytes = other.answerBytes;
        }

        /** Who we are; nobody by default. Sent to the origin of the base URL only. */
        public Builder credentials(BrokerCredentials credentials) {
            this.credentials = Objects.requireNonNull(credentials, "credentials");
            return this;
        }

        /** The proxy on the way; none by default, whatever the JVM's properties say. */
        public Builder proxy(HttpProxy proxy) {
            this.proxy = Objects.requireNonNull(proxy, "proxy");
            return this;
        }

        /** Whom to trust; the JDK's certificates by default. */
        public Builder tls(Tls tls) {
            this.tls = Objects.requireNonNull(tls, "tls");
            return this;
        }

        /**
         * The longest wait for one answer, 30 seconds by default.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder requestTimeout(Duration requestTimeout) {
            if (requestTimeout.isZero() || requestTimeout.isNegative()) {
                throw new IllegalArgumentException("requestTimeout must be positive, but was " + requestTimeout);
            }
            this.requestTimeout = requestTimeout;
            return this;
        }

        /**
         * How often a request is sent again after a connection fault, or an answer of 502, 503 or 504; 3 by default. One that
         * must not be done twice is only sent again if it cannot have arrived.
         *
         * @throws IllegalArgumentException if it is negative or larger than 10
         */
        public Builder retries(int retries) {
            if (retries < 0 || retries > 10) {
                throw new IllegalArgumentException("retries must be from 0 to 10, but was " + retries);
            }
            this.retries = retries;
            return this;
        }

        /**
         * The wait before the first retry, half a second by default; each later one is twice as long.
         *
         * @throws IllegalArgumentException if it is negative or longer than a minute
         */
        public Builder backoff(Duration backoff) {
            if (backoff.isNegative() || backoff.compareTo(Duration.ofMinutes(1)) > 0) {
                throw new IllegalArgumentException("backoff must be from 0 to one minute, but was " + backoff);
            }
            this.backoff = backoff;
            return this;
        }

        /**
         * The largest answer, in bytes; 64 MiB by default.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder answerBytes(int answerBytes) {
            if (answerBytes < 1) {
                throw new IllegalArgumentException("answerBytes must be positive, but was " + answerBytes);
            }
            this.answerBytes = answerBytes;
            return this;
        }

        /** The options; the builder may go on. */
        public BrokerOptions build() {
            return new BrokerOptions(this);
        }
    }
}
