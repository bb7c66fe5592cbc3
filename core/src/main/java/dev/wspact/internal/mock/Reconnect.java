package dev.wspact.internal.mock;

import dev.wspact.internal.reporting.Words;
import dev.wspact.internal.time.Deadline;
import dev.wspact.mock.MockConnection;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Waits for a client that comes back: a connection that was opened after the end of an earlier one. */
final class Reconnect {
    private final Journal journal;
    private final Duration within;

    Reconnect(Journal journal, Duration within) {
        this.journal = journal;
        this.within = within;
    }

    /**
     * The connection.
     *
     * @param failure makes an error of a text
     */
    MockConnection await(Function<String, AssertionError> failure) {
        Deadline ofAnEnd = Deadline.after(within);
        MockConnection ended = journal.await(this::lastEnded, ofAnEnd);
        if (ended == null) {
            throw failure.apply(
                    "no connection ended within " + Words.duration(within) + ", so no client could connect again");
        }
        MockConnection again = journal.await(this::next, Deadline.after(left(ended)));
        if (again == null) {
            throw failure.apply("no client connected again within " + Words.duration(within)
                    + " of the end of connection " + ended.number());
        }
        MockConnection before = endedBefore(again);
        Duration took = again.opened().sinceStart().minus(end(before));
        if (took.compareTo(within) > 0) {
            throw failure.apply("the client connected again after " + Words.duration(took) + ", not within "
                    + Words.duration(within) + " of the end of connection " + before.number());
        }
        return again;
    }

    private Duration left(MockConnection ended) {
        Duration now = journal.moment(System.nanoTime()).sinceStart();
        Duration left = within.minus(now.minus(end(ended)));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Of those that ended since the last one was returned that was opened; an earlier end has had its return. */
    private @Nullable MockConnection lastEnded() {
        Duration returned = journal.entries().stream()
                .filter(Entry::returned)
                .map(entry -> entry.opened.sinceStart())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return journal.entries().stream()
                .filter(entry -> entry.accepted() && entry.ending() != null)
                .map(Entry::snapshot)
                .filter(connection -> end(connection).compareTo(returned) >= 0)
                .max(Comparator.comparing(Reconnect::end))
                .orElse(null);
    }

    private @Nullable MockConnection next() {
        for (Entry entry : journal.entries()) {
            if (entry.accepted() && !entry.returned() && hasPredecessor(entry)) {
                return entry.returnIt();
            }
        }
        return null;
    }

    private boolean hasPredecessor(Entry entry) {
        return journal.entries().stream().anyMatch(earlier -> isOver(earlier, entry.opened.sinceStart()));
    }

    private MockConnection endedBefore(MockConnection again) {
        synchronized (journal) {
            return journal.entries().stream()
                    .filter(earlier -> isOver(earlier, again.opened().sinceStart()))
                    .reduce((first, second) -> second)
                    .orElseThrow()
                    .snapshot();
        }
    }

    private static boolean isOver(Entry earlier, Duration at) {
        MockConnection.Ending ending = earlier.ending();
        return earlier.accepted() && ending != null && ending.at().sinceStart().compareTo(at) <= 0;
    }

    private static Duration end(MockConnection connection) {
        return Objects.requireNonNull(connection.ending()).at().sinceStart();
    }
}
