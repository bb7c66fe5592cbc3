package dev.wspact.internal.verification;

import dev.wspact.contract.Interaction;
import dev.wspact.verdict.Verdict;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One interaction while its connection is open. Used for one connection and then thrown away. */
interface Watch {
    Interaction interaction();

    Findings findings();

    /** The connection is prepared: from now on time counts. */
    void start(Duration now);

    /** The server has pinged, this long after the end of the opening handshake. */
    default void ping(Duration at) {}

    /** When its time is over, since the end of the opening handshake; null while that is not yet known. */
    @Nullable
    Duration dueAt();

    /** Whether its verdict would not become better by waiting: all it needs has come, or something broken in its place. */
    boolean settled();

    /** Whether it has all it relies on so far. */
    boolean satisfied();

    /** Whether it must hear everything until its time is over, even if it is settled. */
    boolean listensOn();

    /** What is being waited for, as the object of a sentence. */
    String awaited();

    /** The verdict, once nothing more comes. */
    Verdict verdict(Ending ending);
}
