package dev.wspact.internal.verification;

import dev.wspact.message.Headers;
import dev.wspact.verdict.Arrival;
import dev.wspact.verdict.ConnectionRecord;
import dev.wspact.verdict.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found on one connection.
 *
 * @param tasks the interactions
 * @param verdicts their verdicts, in the same order
 * @param connection the connection; null if no attempt was made to open one
 * @param uncontracted messages nobody claimed
 */
record GroupResult(
        List<Task> tasks, List<Verdict> verdicts, @Nullable ConnectionRecord connection, List<Arrival> uncontracted) {
    GroupResult {
        verdicts = List.copyOf(verdicts);
        if (verdicts.size() != tasks.size()) {
            throw new IllegalArgumentException(verdicts.size() + " verdicts for " + tasks.size() + " interactions");
        }
    }

    GroupResult with(List<Arrival> arrivals) {
        return new GroupResult(tasks, verdicts, connection, arrivals);
    }

    /** With the header fields that the connection was asked for with. */
    GroupResult asked(Headers request) {
        return connection == null
                ? this
                : new GroupResult(tasks, verdicts, connection.withRequest(request), uncontracted);
    }

    /** Something went wrong afterwards, so that nothing may be said to have passed. */
    GroupResult insteadOfPassed(Verdict.Errored errored) {
        List<Verdict> instead = verdicts.stream()
                .map(verdict -> verdict instanceof Verdict.Passed ? errored : verdict)
                .toList();
        return new GroupResult(tasks, instead, connection, uncontracted);
    }
}
