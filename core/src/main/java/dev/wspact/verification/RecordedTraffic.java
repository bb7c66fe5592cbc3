package dev.wspact.verification;

import java.util.Objects;

/**
 * What has been recorded.
 *
 * @param connections how many connections were opened
 * @param messages how many messages went over them, in both directions
 * @param ended why recording ended, as a sentence without a final full stop
 */
public record RecordedTraffic(int connections, long messages, String ended) {
    /** Rejects a missing reason. */
    public RecordedTraffic {
        Objects.requireNonNull(ended, "ended");
    }
}
