package dev.wspact;

import dev.wspact.contract.Contract;
import dev.wspact.internal.recording.RecordingReader;
import dev.wspact.internal.verification.Playing;
import dev.wspact.verdict.VerificationResult;
import dev.wspact.verification.RecordingFormatException;
import dev.wspact.verification.VerificationListener;
import dev.wspact.verification.VerificationOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Verifies contracts by recorded traffic, without any server: what wspact has recorded (docs/recordings.md), or the WebSocket
 * messages of a browser's HAR file. The same rules judge it as on a live connection. What a recording cannot show is errored,
 * and what is not in it is not seen; neither is ever a success. Runs on the caller's thread and waits for nothing.
 */
public final class RecordingVerifier {
    private final VerificationOptions options;

    private RecordingVerifier(VerificationOptions options) {
        this.options = options;
    }

    /**
     * A verifier with these options, usually from {@link VerificationOptions#ofRecording()}. Those of connections and states
     * have no effect.
     */
    public static RecordingVerifier of(VerificationOptions options) {
        return new RecordingVerifier(Objects.requireNonNull(options, "options"));
    }

    /**
     * Verifies the contracts one after the other.
     *
     * @throws IllegalArgumentException if there are no contracts: nothing verified is never a success
     * @throws RecordingFormatException if the file is no recording
     */
    public VerificationResult verify(List<Contract> contracts, Path recording) {
        return verify(contracts, recording, VerificationListener.SILENT);
    }

    /**
     * Verifies the contracts one after the other and tells the listener how it goes on.
     *
     * @throws IllegalArgumentException if there are no contracts: nothing verified is never a success
     * @throws RecordingFormatException if the file is no recording
     */
    public VerificationResult verify(List<Contract> contracts, Path recording, VerificationListener listener) {
        if (contracts.isEmpty()) {
            throw new IllegalArgumentException("contracts is empty: there is nothing to verify");
        }
        return new Playing(options, listener).run(contracts, RecordingReader.read(recording));
    }
}
