package dev.wspact.internal.matching;

import dev.wspact.internal.time.Deadline;

/** Ends the comparison of a message that is too large to be compared by a deadline. A small one is always compared. */
final class WorkClock {
    private static final int STEPS_BETWEEN_LOOKS = 1 << 14;

    private final Deadline deadline;
    private int steps;

    WorkClock(Deadline deadline) {
        this.deadline = deadline;
    }

    Deadline deadline() {
        return deadline;
    }

    /** Another value is about to be compared. */
    void tick() throws UnjudgeableException {
        steps++;
        if (steps % STEPS_BETWEEN_LOOKS == 0 && deadline.hasPassed()) {
            throw new UnjudgeableException(
                    "the message could not be compared in time; " + steps + " values were compared until then",
                    "give the interaction more time, or ask the consumer for rules with fewer combinations "
                            + "(arrayContains and ignore-order try every element)");
        }
    }
}
