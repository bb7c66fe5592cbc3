package dev.wspact.mock;

import dev.wspact.verification.Limits;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/** How a mock provider is to behave. Immutable; made by {@link #builder()}. */
public final class MockOptions {
    /** All defaults. */
    public static final MockOptions DEFAULT = builder().build();

    private final Builder values;

    private MockOptions(Builder values) {
        this.values = new Builder(values);
    }

    /** Starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts from these options. */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** The name or address of the interface that it listens on. */
    public String host() {
        return values.host;
    }

    /** The port that it listens on; 0 for any free one. */
    public int port() {
        return values.port;
    }

    /** When it pushes. */
    public Pushes pushes() {
        return values.pushes;
    }

    /** How long a client must have stayed before an automatic push. */
    public Duration pushDelay() {
        return values.pushDelay;
    }

    /** How long to wait for a client that is still connected. */
    public Duration patience() {
        return values.patience;
    }

    /** Whether generated variants are played in place of the examples of JSON Schema contracts. */
    public boolean variants() {
        return values.variants;
    }

    /** What a client may cost. */
    public Limits limits() {
        return values.limits;
    }

    /** How many connections may be open at once. */
    public int connections() {
        return values.connections;
    }

    /** How many messages of the client are kept for {@code received()}. */
    public int receivedMessages() {
        return values.receivedMessages;
    }

    /** Who is told what happens, a line each. */
    public Consumer<String> listener() {
        return values.listener;
    }

    /** Collects options; every method returns this builder. Not for use by several threads. */
    public static final class Builder {
        private static final int LAST_PORT = 65_535;

        private String host = "127.0.0.1";
        private int port;
        private Pushes pushes = Pushes.AUTOMATIC;
        private Duration pushDelay = Duration.ofMillis(100);
        private Duration patience = Duration.ofSeconds(2);
        private boolean variants;
        private Limits limits = Limits.DEFAULT;
        private int connections = 100;
        private int receivedMessages = 10_000;
        private Consumer<String> listener = line -> {};

        private Builder() {}

        private Builder(Builder other) {
            host = other.host;
            port = other.port;
            pushes = other.pushes;
            pushDelay = other.pushDelay;
            patience = other.patience;
            variants = other.variants;
            limits = other.limits;
            connections = other.connections;
            receivedMessages = other.receivedMessages;
            listener = other.listener;
        }

        /** The name or address of the interface to listen on. {@code 127.0.0.1} by default: nobody else can connect. */
        public Builder host(String host) {
            this.host = Objects.requireNonNull(host, "host");
            return this;
        }

        /**
         * The port to listen on. 0 by default: any free one.
         *
         * @throws IllegalArgumentException if there is no such port
         */
        public Builder port(int port) {
            if (port < 0 || port > LAST_PORT) {
                throw new IllegalArgumentException("port must be 0 to 65535, but was " + port);
            }
            this.port = port;
            return this;
        }

        /** When to push. {@link Pushes#AUTOMATIC} by default. */
        public Builder pushes(Pushes pushes) {
            this.pushes = Objects.requireNonNull(pushes, "pushes");
            return this;
        }

        /**
         * How long a client must have stayed, after opening or after its last {@code send}, before an automatic push.
         * 100 ms by default. What is written to a client just before it leaves looks taken; one that opens and leaves is
         * told from one that waits because it is gone by then.
         */
        public Builder pushDelay(Duration pushDelay) {
            this.pushDelay = notNegative("pushDelay", pushDelay);
            return this;
        }

        /**
         * How long {@code push} waits for a connection that is ready for it, and {@code result} for what is still on its
         * way while a client is connected. 2 seconds by default.
         */
        public Builder patience(Duration patience) {
            this.patience = notNegative("patience", patience);
            return this;
        }

        /**
         * Whether to play generated variants in place of the examples of JSON Schema contracts: every optional member
         * absent, every value of an {@code enum}, every branch of a {@code oneOf}, numbers at their bounds. Off by default.
         */
        public Builder variants(boolean variants) {
            this.variants = variants;
            return this;
        }

        /** What a client may cost. {@link Limits#DEFAULT} by default. */
        public Builder limits(Limits limits) {
            this.limits = Objects.requireNonNull(limits, "limits");
            return this;
        }

        /** How many connections may be open at once; further ones are refused with 503. 100 by default. */
        public Builder connections(int most) {
            connections = positive("connections", most);
            return this;
        }

        /** How many messages of the client are kept for {@code received()}: the last ones. 10,000 by default. */
        public Builder receivedMessages(int most) {
            receivedMessages = positive("receivedMessages", most);
            return this;
        }

        /**
         * Who is told what happens, a line each and ready to print. Called on the mock provider's threads, one at a time;
         * must not block. One that throws is not called again. Nobody by default.
         */
        public Builder listener(Consumer<String> listener) {
            this.listener = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /** The finished options; the builder may go on being used. */
        public MockOptions build() {
            return new MockOptions(this);
        }

        private static Duration notNegative(String name, Duration value) {
            Objects.requireNonNull(value, name);
            if (value.isNegative()) {
                throw new IllegalArgumentException(name + " must not be negative, but was " + value);
            }
            return value;
        }

        private static int positive(String name, int value) {
            if (value < 1) {
                throw new IllegalArgumentException(name + " must be positive, but was " + value);
            }
            return value;
        }
    }
}
