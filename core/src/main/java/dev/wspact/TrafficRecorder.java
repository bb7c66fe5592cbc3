package dev.wspact;

import dev.wspact.internal.recording.LiveRecorder;
import dev.wspact.verification.RecordedTraffic;
import dev.wspact.verification.RecordingPlan;
import dev.wspact.verification.VerificationOptions;
import java.io.IOException;
import java.util.Objects;
import java.util.function.IntConsumer;

/**
 * Records WebSocket traffic (docs/recordings.md), as a client of its own or as a proxy between clients and the server. Secrets
 * in header fields and URLs are taken out. Runs on the caller's thread until it is over, or the thread is interrupted, whose
 * flag is then set again.
 */
public final class TrafficRecorder {
    private final LiveRecorder recorder;

    private TrafficRecorder(LiveRecorder recorder) {
        this.recorder = recorder;
    }

    /**
     * A recorder of the server at the options' URL.
     *
     * @throws IllegalArgumentException if the options do not say where to record to ({@link
     *     VerificationOptions.Builder#recordTo})
     */
    public static TrafficRecorder of(VerificationOptions options) {
        return new TrafficRecorder(new LiveRecorder(
                options, Objects.requireNonNull(options, "options").recordTo()));
    }

    /**
     * Opens one connection and records what goes over it. A refusal is recorded too.
     *
     * @throws IOException if the recording cannot be written
     */
    public RecordedTraffic record(RecordingPlan plan) throws IOException {
        return recorder.connect(plan);
    }

    /**
     * Listens on the loopback interface for clients, passes on what they and the server send, and records it. The path is
     * the clients'; of the options' URL, scheme, host and port count. Compression is not passed on.
     *
     * @param port on which port; 0 for a free one
     * @param listening is told the port once it listens
     * @throws IOException if the port cannot be listened on, or the recording cannot be written
     */
    public RecordedTraffic relay(int port, RecordingPlan plan, IntConsumer listening) throws IOException {
        return recorder.relay(port, plan, listening);
    }
}
