package dev.wspact.internal.verification;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.contract.Place;
import dev.wspact.internal.latency.LatencyHistogram;
import dev.wspact.verdict.Latency;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Measures how long messages were on their way, by the sender's own time in them (the contract's {@code timestamp}). */
final class LatencyMeter {
    private final JsonPointer timestamp;
    private final Place place;
    private final LatencyHistogram histogram = new LatencyHistogram();

    LatencyMeter(String timestamp, Place place) {
        this.timestamp = JsonPointer.compile(timestamp);
        this.place = place;
    }

    /** Measures a message; that it has no readable time breaks the contract, which says that one is there. */
    void measure(Incoming message, Findings findings) {
        JsonNode tree = message.payload().jsonOrNull();
        JsonNode value = tree == null ? null : tree.at(timestamp);
        Optional<Instant> sent = value == null ? Optional.empty() : SenderTime.of(value);
        if (sent.isPresent()) {
            histogram.add(Duration.between(sent.get(), message.arrived()));
            return;
        }
        String actual = value == null || value.isMissingNode() ? "nothing there" : Words.shortened(value.toString());
        findings.add(message, "timestamp", SenderTime.EXPECTED + ", at " + timestamp, actual, place);
    }

    /** What was measured; null if nothing was. */
    @Nullable
    Latency latency() {
        return histogram.latency();
    }
}
