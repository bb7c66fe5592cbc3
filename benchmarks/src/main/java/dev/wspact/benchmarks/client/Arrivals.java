package dev.wspact.benchmarks.client;

/** Told of every message, on whatever thread the library uses. */
@FunctionalInterface
public interface Arrivals {
    /**
     * One whole text message.
     *
     * @param nanoTime when the library had it, on the clock of {@link System#nanoTime()}
     */
    void arrived(String message, long nanoTime);
}
