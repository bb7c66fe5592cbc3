package dev.wspact.verification;

import java.time.Duration;

/**
 * What a server may cost. Reaching a limit ends in a verdict with a text.
 *
 * @param handshakeTime the longest opening handshake
 * @param messageBytes the largest message, in bytes
 * @param transcriptMessages how many messages of a connection are kept for texts and reports
 * @param transcriptBytes how many bytes of payload of a connection are kept for texts and reports
 */
public record Limits(Duration handshakeTime, int messageBytes, int transcriptMessages, int transcriptBytes) {
    /** 10 seconds, 16 MiB, 200 messages, 1 MiB. */
    public static final Limits DEFAULT = new Limits(Duration.ofSeconds(10), 16 << 20, 200, 1 << 20);

    /** Rejects limits that nothing could keep. */
    public Limits {
        if (handshakeTime.isNegative() || handshakeTime.isZero()) {
            throw new IllegalArgumentException("handshakeTime must be positive, but was " + handshakeTime);
        }
        if (messageBytes < 1 || transcriptMessages < 1 || transcriptBytes < 1) {
            throw new IllegalArgumentException("limits must be positive, but were messageBytes " + messageBytes
                    + ", transcriptMessages " + transcriptMessages + ", transcriptBytes " + transcriptBytes);
        }
    }
}
