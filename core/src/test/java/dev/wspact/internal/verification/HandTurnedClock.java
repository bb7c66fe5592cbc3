package dev.wspact.internal.verification;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A clock that only moves when it is told to. */
final class HandTurnedClock implements LongSupplier {
    private long nanos = 1_000_000_000L;

    @Override
    public long getAsLong() {
        return nanos;
    }

    void advance(Duration by) {
        nanos += by.toNanos();
    }
}
