package dev.wspact.internal.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A class of its own, because mutated code has larger frames than ours: profile "mutation" leaves it out by its name. */
@Timeout(60)
class SmallStackTest {
    @ParameterizedTest
    @ValueSource(longs = {256 << 10, 512 << 10, 1 << 20})
    void five_hundred_levels_do_not_overflow_a_stack_of_so_many_bytes(long stack) throws Exception {
        FutureTask<List<Difference>> task = new FutureTask<>(SmallStackTest::judgeFiveHundredLevels);
        Thread thread = new Thread(null, task, "small stack", stack);
        thread.start();

        assertThat(task.get(60, TimeUnit.SECONDS)).hasSize(2);
        thread.join();
    }

    private static List<Difference> judgeFiveHundredLevels() throws UnjudgeableException {
        String objects = "{\"a\":".repeat(499) + "{\"a\": %s}" + "}".repeat(499);
        String arrays = "[".repeat(500) + "%s" + "]".repeat(500);
        List<Difference> found = new ArrayList<>();
        for (String nested : List.of(objects, arrays)) {
            for (String rules : List.of("{\"$\": {\"matchers\": [{\"match\": \"type\"}]}}", "{}")) {
                found.addAll(MatchingCase.json(nested.formatted(1), rules, nested.formatted(2))
                        .differences());
            }
        }
        return found;
    }
}
