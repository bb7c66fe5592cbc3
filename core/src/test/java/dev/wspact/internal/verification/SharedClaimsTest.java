package dev.wspact.internal.verification;

import static dev.wspact.internal.verification.Bench.like;
import static dev.wspact.internal.verification.Bench.push;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.contract.Expectation;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.Receive;
import dev.wspact.internal.matching.MessageMatcher;
import dev.wspact.internal.matching.UnjudgeableException;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Direction;
import dev.wspact.message.Payload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharedClaimsTest {
    private final SharedClaims shared = new SharedClaims();

    private static PushWatch watch(int fewest) {
        Interaction interaction = push("w", like("{\"type\":\"t\"}", "type"), new Receive(fewest, null, null));
        var push = (Expectation.Push) interaction.expectation();
        var surroundings = new Surroundings(
                (request, deadline) -> {
                    throw new AssertionError("nothing is opened");
                },
                MessageMatcher::of,
                (contents, generators, values) -> contents,
                new Bench(),
                deadline -> {},
                System::nanoTime);
        try {
            Candidate candidate = Candidate.of(push.message(), false, surroundings);
            var findings = new Findings(new Parties("desk", "feed"));
            return new PushWatch(interaction, push, candidate, findings, Duration.ofSeconds(1));
        } catch (UnjudgeableException e) {
            throw new AssertionError(e);
        }
    }

    private static Incoming message() {
        return Incoming.of(
                1, new CapturedMessage(Direction.RECEIVED, 1, Duration.ZERO, new Payload.Text("{\"type\":\"t\"}")));
    }

    private void own(PushWatch watch) {
        watch.claimMatching(message(), true);
        shared.release(watch);
    }

    @Test
    void a_shared_message_counts_for_one_only() {
        PushWatch a = watch(1);
        PushWatch b = watch(1);
        shared.add(List.of(a, b));

        assertThat(List.of(a.need(), b.need())).containsExactlyInAnyOrder(0L, 1L);
        shared.add(List.of(a, b));
        assertThat(a.need() + b.need()).isZero();
    }

    @Test
    void a_message_moves_on_when_an_interaction_gets_one_of_its_own() {
        PushWatch a = watch(1);
        PushWatch b = watch(1);
        shared.add(List.of(a, b));
        own(a);

        assertThat(a.need() + b.need()).isZero();
    }

    @Test
    void messages_move_along_a_chain() {
        PushWatch a = watch(1);
        PushWatch b = watch(1);
        PushWatch c = watch(1);
        shared.add(List.of(a, b));
        shared.add(List.of(b, c));
        own(a);
        shared.add(List.of(b, c));

        assertThat(a.need() + b.need() + c.need()).isZero();
    }

    @Test
    void no_more_sets_are_remembered_than_there_are_needs() {
        List<PushWatch> watches = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            watches.add(watch(2));
        }
        for (int chosen = 1; chosen < 1 << watches.size(); chosen++) {
            List<PushWatch> satisfied = new ArrayList<>();
            for (int i = 0; i < watches.size(); i++) {
                if ((chosen & 1 << i) != 0) {
                    satisfied.add(watches.get(i));
                }
            }
            shared.add(satisfied);
            assertThat(shared.sets()).isLessThanOrEqualTo(2 * watches.size());
        }

        assertThat(watches).allSatisfy(watch -> assertThat(watch.need()).isZero());
        assertThat(shared.sets()).isPositive();
        watches.forEach(this::own);
        watches.forEach(this::own);
        assertThat(shared.sets()).as("all have their own").isZero();
    }

    /** The greatest number of needs that any sharing-out can meet, by trying all of them. */
    private static int best(List<List<Integer>> messages, int[] needs) {
        if (messages.isEmpty()) {
            return 0;
        }
        List<List<Integer>> others = messages.subList(1, messages.size());
        int best = best(others, needs);
        for (int receiver : messages.get(0)) {
            if (needs[receiver] > 0) {
                needs[receiver]--;
                best = Math.max(best, 1 + best(others, needs));
                needs[receiver]++;
            }
        }
        return best;
    }

    @Test
    void no_sharing_out_meets_more_needs() {
        var random = new Random(20261125);
        for (int round = 0; round < 300; round++) {
            var claims = new SharedClaims();
            int[] needs = new int[4];
            List<PushWatch> watches = new ArrayList<>();
            for (int i = 0; i < needs.length; i++) {
                needs[i] = random.nextInt(3);
                watches.add(watch(needs[i]));
            }
            List<List<Integer>> messages = new ArrayList<>();
            for (int n = random.nextInt(8); n >= 0; n--) {
                List<Integer> satisfied = new ArrayList<>();
                for (int i = 0; i < needs.length; i++) {
                    if (random.nextBoolean()) {
                        satisfied.add(i);
                    }
                }
                if (satisfied.size() == 1) {
                    PushWatch only = watches.get(satisfied.get(0));
                    only.claimMatching(message(), true);
                    claims.release(only);
                } else if (satisfied.size() > 1) {
                    claims.add(satisfied.stream().map(watches::get).toList());
                }
                messages.add(satisfied);
            }
            int needed = java.util.Arrays.stream(needs).sum();
            long met = needed - watches.stream().mapToLong(PushWatch::need).sum();
            assertThat(met).as("round %d", round).isEqualTo(best(messages, needs));
        }
    }
}
