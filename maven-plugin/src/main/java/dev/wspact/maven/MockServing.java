package dev.wspact.maven;

import dev.wspact.MockProvider;
import dev.wspact.contract.Contract;
import dev.wspact.contract.ContractFormatException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Keeps a mock provider up to date with its contracts, until it is told to end. */
final class MockServing {
    /** How soon a changed file is seen; a look costs less than a millisecond. */
    private static final long PAUSE = Duration.ofMillis(500).toNanos();

    private final MockProvider mock;
    private final List<String> play;
    private final ContractWatch watch;
    private final Log log;

    /**
     * Plays.
     *
     * @param play descriptions of the only interactions to play; empty for all
     */
    MockServing(MockProvider mock, List<String> play, ContractWatch watch, Log log) {
        this.mock = mock;
        this.play = List.copyOf(play);
        this.watch = watch;
        this.log = log;
    }

    /**
     * Says what is played, and chooses it.
     *
     * @throws IllegalArgumentException if the contracts have no such interaction
     */
    void begin(List<Contract> contracts) {
        for (Contract contract : contracts) {
            contract.notes().forEach(note -> log.info(contract.source() + ": " + note));
            log.info("Playing %s to %s: %s (%d interactions)"
                    .formatted(
                            ResultSummary.visible(contract.provider()),
                            ResultSummary.visible(contract.consumer()),
                            contract.source(),
                            contract.interactions().size()));
        }
        mock.play(play.toArray(String[]::new));
        log.info("The mock provider listens on " + mock.getUrl());
    }

    /**
     * Plays.
     *
     * @param longest how long; null for ever
     * @param end open until it is to end sooner
     */
    void run(@Nullable Duration longest, CountDownLatch end) {
        long start = System.nanoTime();
        try {
            long left = left(longest, start);
            while (left > 0 && !end.await(Math.min(left, PAUSE), TimeUnit.NANOSECONDS)) {
                reloadIfChanged();
                left = left(longest, start);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads contracts again that have changed. Those that are wrong change nothing, and are said once. */
    void reloadIfChanged() {
        if (!watch.changed()) {
            return;
        }
        try {
            List<Contract> contracts = watch.read();
            mock.reload(contracts);
            log.info("The contracts have changed and are played as they are now.");
            begin(contracts);
        } catch (ContractFormatException | IllegalArgumentException e) {
            log.error(
                    "The contracts have changed and cannot be played; they are played as they were. " + e.getMessage());
        }
    }

    private static long left(@Nullable Duration longest, long start) {
        return longest == null ? Long.MAX_VALUE : longest.toNanos() - (System.nanoTime() - start);
    }
}
