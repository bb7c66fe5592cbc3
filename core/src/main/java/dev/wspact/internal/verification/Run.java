package dev.wspact.internal.verification;

import dev.wspact.internal.recording.RecordingWriter;
import dev.wspact.internal.time.Deadline;
import dev.wspact.verdict.Verdict;
import dev.wspact.verification.VerificationListener;
import dev.wspact.verification.VerificationOptions;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What all contracts of one verification share. */
final class Run {
    private final VerificationOptions options;
    private final VerificationListener listener;
    private final Surroundings surroundings;
    private final InstantSource wallClock;
    private final Deadline waitFor;
    private final @Nullable RecordingWriter recording;
    private boolean interrupted;

    Run(
            VerificationOptions options,
            VerificationListener listener,
            Surroundings surroundings,
            InstantSource wallClock) {
        this(options, listener, surroundings, wallClock, null);
    }

    Run(
            VerificationOptions options,
            VerificationListener listener,
            Surroundings surroundings,
            InstantSource wallClock,
            @Nullable RecordingWriter recording) {
        this.options = options;
        this.listener = listener;
        this.surroundings = surroundings;
        this.wallClock = wallClock;
        this.waitFor = deadline(options.waitFor());
        this.recording = recording;
    }

    VerificationOptions options() {
        return options;
    }

    VerificationListener listener() {
        return listener;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** Where the traffic is written down; null if it is not. */
    @Nullable
    RecordingWriter recording() {
        return recording;
    }

    /** What time it is; deadlines and durations have a clock of their own. */
    InstantSource wallClock() {
        return wallClock;
    }

    /** Until when a server that is not there yet is waited for; one time for all connections of the run. */
    Deadline waitFor() {
        return waitFor;
    }

    Deadline deadline(Duration timeout) {
        return Deadline.after(timeout, surroundings.nanoClock());
    }

    /** The caller's thread was interrupted; nothing more is waited for. */
    Verdict.Errored interrupt(String awaited) {
        interrupted = true;
        return new Verdict.Errored("interrupted while waiting for " + awaited, "verify again");
    }

    boolean interrupted() {
        return interrupted;
    }
}
