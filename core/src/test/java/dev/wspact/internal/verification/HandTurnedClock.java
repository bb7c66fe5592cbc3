package dev.wspact.internal.verification;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A clock that only moves when it is told to. */
final class HandTurnedClock implements LongSupplier {
    /** Where it begins. */
    static final long START = 1_000_000_000L;

    private long nanos = START;

    @Override
    public long getAsLong() {
        return nanos;
    }

    void advance(Duration by) {
        nanos += by.toNanos();
    }
}
