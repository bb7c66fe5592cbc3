package dev.wspact.internal.recording;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** The clock of what is played: it shows the time of the recording, and moves only as that goes on. Of one thread. */
public final class RecordedTime implements LongSupplier, InstantSource {
    private long nanos;
    private long since;
    private Instant began = Instant.EPOCH;

    /** A connection begins that was opened at this time of the wall clock. */
    public void begin(Instant opened) {
        since = nanos;
        began = opened;
    }

    /** Moves on to this long after the beginning of the connection; never back. */
    void advanceTo(Duration sinceBegin) {
        nanos = Math.max(nanos, since + sinceBegin.toNanos());
    }

    /** How long after the beginning of the connection it is. */
    Duration sinceBegin() {
        return Duration.ofNanos(nanos - since);
    }

    @Override
    public long getAsLong() {
        return nanos;
    }

    @Override
    public Instant instant() {
        return began.plusNanos(nanos - since);
    }
}
