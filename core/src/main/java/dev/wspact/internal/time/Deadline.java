package dev.wspact.internal.time;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A fixed point in time shared by all waits of one task, so that timeouts never add up. Immutable. */
public final class Deadline {
    private final long expiresAtNanos;
    private final LongSupplier nanoClock;

    private Deadline(long expiresAtNanos, LongSupplier nanoClock) {
        this.expiresAtNanos = expiresAtNanos;
        this.nanoClock = nanoClock;
    }

    /** A deadline this far from now. */
    public static Deadline after(Duration timeout) {
        return after(timeout, System::nanoTime);
    }

    /** A deadline this far from now on the given clock, which tests may turn by hand. */
    public static Deadline after(Duration timeout, LongSupplier nanoClock) {
        return new Deadline(nanoClock.getAsLong() + timeout.toNanos(), nanoClock);
    }

    /** Time left; zero, never negative, once the deadline has passed. */
    public Duration remaining() {
        return Duration.ofNanos(remainingNanos());
    }

    /** Nanoseconds left; zero, never negative, once the deadline has passed. */
    public long remainingNanos() {
        return Math.max(0, expiresAtNanos - nanoClock.getAsLong());
    }

    /** Whether no time is left. */
    public boolean hasPassed() {
        return remainingNanos() == 0;
    }

    /** Whichever of the two passes first. Both must run on the same clock. */
    public Deadline orSooner(Deadline other) {
        return other.expiresAtNanos - expiresAtNanos < 0 ? other : this;
    }

    /** Whichever of the two passes last. Both must run on the same clock. */
    public Deadline orLater(Deadline other) {
        return other.expiresAtNanos - expiresAtNanos > 0 ? other : this;
    }
}
