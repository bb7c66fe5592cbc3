package dev.wspact.internal.websocket.frame;

import java.util.function.LongSupplier;

/** Counts control frames by the second: each costs work on our side and none of it is a message. */
final class ControlRate {
    private static final long SECOND = 1_000_000_000;

    private final int limit;
    private final LongSupplier nanos;
    private long secondBegan;
    private int count;

    ControlRate(int limit, LongSupplier nanos) {
        this.limit = limit;
        this.nanos = nanos;
        this.secondBegan = nanos.getAsLong();
    }

    void count() throws LimitExceededException {
        long now = nanos.getAsLong();
        if (now - secondBegan >= SECOND) {
            secondBegan = now;
            count = 0;
        }
        if (++count > limit) {
            throw LimitExceededException.tooMany(
                    count + " control frames came within a second", "controlFramesPerSecond", limit);
        }
    }
}
