package dev.wspact.verification;

import java.time.Duration;
import java.util.Objects;

/**
 * What a server may cost. Reaching a limit ends in a verdict with a text. Immutable; made by {@link #builder()}, or by {@link
 * #toBuilder()} from others.
 */
public final class Limits {
    /** All defaults. */
    public static final Limits DEFAULT = builder().build();

    private final Builder values;

    private Limits(Builder values) {
        this.values = new Builder(values);
    }

    /** Starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts from these limits. */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** The longest opening handshake. */
    public Duration handshakeTime() {
        return values.handshakeTime;
    }

    /** The largest message on the wire, over all its fragments, in bytes. */
    public int messageBytes() {
        return values.messageBytes;
    }

    /** The largest message after inflating, in bytes. */
    public int inflatedBytes() {
        return values.inflatedBytes;
    }

    /** How many fragments a message may have, empty ones included. */
    public int fragmentsPerMessage() {
        return values.fragmentsPerMessage;
    }

    /** How many pings, pongs and closes may come in a second. */
    public int controlFramesPerSecond() {
        return values.controlFramesPerSecond;
    }

    /** How many messages of a connection are kept for texts and reports. */
    public int transcriptMessages() {
        return values.transcriptMessages;
    }

    /** How many bytes of payload of a connection's messages are kept for texts and reports. */
    public int transcriptBytes() {
        return values.transcriptBytes;
    }

    /** How many frames of a connection are kept for texts and reports. */
    public int transcriptFrames() {
        return values.transcriptFrames;
    }

    /** Collects limits; every method returns this builder. Not for use by several threads. */
    public static final class Builder {
        private Duration handshakeTime = Duration.ofSeconds(10);
        private int messageBytes = 16 << 20;
        private int inflatedBytes = 16 << 20;
        private int fragmentsPerMessage = 1 << 16;
        private int controlFramesPerSecond = 1_000;
        private int transcriptMessages = 200;
        private int transcriptBytes = 1 << 20;
        private int transcriptFrames = 400;

        private Builder() {}

        private Builder(Builder other) {
            handshakeTime = other.handshakeTime;
            messageBytes = other.messageBytes;
            inflatedBytes = other.inflatedBytes;
            fragmentsPerMessage = other.fragmentsPerMessage;
            controlFramesPerSecond = other.controlFramesPerSecond;
            transcriptMessages = other.transcriptMessages;
            transcriptBytes = other.transcriptBytes;
            transcriptFrames = other.transcriptFrames;
        }

        /** The longest opening handshake. 10 seconds by default. */
        public Builder handshakeTime(Duration longest) {
            Objects.requireNonNull(longest, "longest");
            if (longest.isNegative() || longest.isZero()) {
                throw new IllegalArgumentException("handshakeTime must be positive, but was " + longest);
            }
            handshakeTime = longest;
            return this;
        }

        /** The largest message on the wire, over all its fragments, in bytes. 16 MiB by default. */
        public Builder messageBytes(int most) {
            messageBytes = positive("messageBytes", most);
            return this;
        }

        /** The largest message after inflating, in bytes. 16 MiB by default. */
        public Builder inflatedBytes(int most) {
            inflatedBytes = positive("inflatedBytes", most);
            return this;
        }

        /** How many fragments a message may have, empty ones included. 65,536 by default. */
        public Builder fragmentsPerMessage(int most) {
            fragmentsPerMessage = positive("fragmentsPerMessage", most);
            return this;
        }

        /** How many pings, pongs and closes may come in a second. 1,000 by default. */
        public Builder controlFramesPerSecond(int most) {
            controlFramesPerSecond = positive("controlFramesPerSecond", most);
            return this;
        }

        /** How many messages of a connection are kept for texts and reports. 200 by default. */
        public Builder transcriptMessages(int most) {
            transcriptMessages = positive("transcriptMessages", most);
            return this;
        }

        /** How many bytes of payload of a connection's messages are kept for texts and reports. 1 MiB by default. */
        public Builder transcriptBytes(int most) {
            transcriptBytes = positive("transcriptBytes", most);
            return this;
        }

        /** How many frames of a connection are kept for texts and reports. 400 by default. */
        public Builder transcriptFrames(int most) {
            transcriptFrames = positive("transcriptFrames", most);
            return this;
        }

        /** The finished limits; the builder may go on being used. */
        public Limits build() {
            return new Limits(this);
        }

        private static int positive(String name, int value) {
            if (value < 1) {
                throw new IllegalArgumentException(name + " must be positive, but was " + value);
            }
            return value;
        }
    }
}
