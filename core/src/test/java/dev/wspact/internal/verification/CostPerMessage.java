package dev.wspact.internal.verification;

import dev.wspact.contract.Contents;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.Setup;
import dev.wspact.contract.Shape;
import dev.wspact.internal.matching.MessageMatcher;
import dev.wspact.internal.matching.UnjudgeableException;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Direction;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What one message costs with 1 and with 500 interactions on its connection. Both are measured in turns in one run, so
 * that the ratio of the medians does not depend on the machine. Not a test: run {@code main}.
 */
final class CostPerMessage {
    private static final int ROUNDS = 41;
    private static final int MESSAGES = 50_000;

    private CostPerMessage() {}

    /** Prints nanoseconds a message and the ratio. */
    public static void main(String[] args) throws UnjudgeableException {
        Classifier one = classifier(1);
        Classifier many = classifier(500);
        double[] costOfOne = new double[ROUNDS];
        double[] costOfMany = new double[ROUNDS];
        for (int warmUp = 0; warmUp < 10; warmUp++) {
            cost(one);
            cost(many);
        }
        for (int round = 0; round < ROUNDS; round++) {
            costOfOne[round] = cost(one);
            costOfMany[round] = cost(many);
        }
        double ratio = median(costOfMany) / median(costOfOne);
        System.out.printf(
                Locale.ROOT,
                "%.0f ns a message with 1 interaction, %.0f ns with 500: ratio %.3f%n",
                median(costOfOne),
                median(costOfMany),
                ratio);
    }

    private static double cost(Classifier classifier) {
        String text = "{\"type\":\"kind-0\",\"price\":12.5,\"text\":\"" + "ü".repeat(90) + "\"}";
        long started = System.nanoTime();
        for (int i = 1; i <= MESSAGES; i++) {
            var captured = new CapturedMessage(Direction.RECEIVED, i, Duration.ZERO, new Payload.Text(text));
            Incoming message = Incoming.of(1, captured);
            if (!classifier.judge(message, false) || !classifier.typeOf(message).equals("kind-0")) {
                throw new AssertionError("not claimed");
            }
        }
        return (System.nanoTime() - started) / (double) MESSAGES;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static Classifier classifier(int interactions) throws UnjudgeableException {
        List<PushWatch> watches = new ArrayList<>();
        var surroundings = new Surroundings(
                (request, deadline) -> {
                    throw new AssertionError("nothing is opened");
                },
                MessageMatcher::of,
                (contents, generators, values) -> contents,
                new Bench(),
                deadline -> {},
                System::nanoTime);
        for (int i = 0; i < interactions; i++) {
            var schema =
                    "{\"type\":\"object\",\"required\":[\"type\",\"price\"],\"properties\":{\"type\":{\"const\":\"kind-"
                            + i + "\"},\"price\":{\"type\":\"number\"},\"text\":{\"type\":\"string\"}}}";
            var expected = new ExpectedMessage(
                    Contents.json("{\"type\":\"kind-" + i + "\",\"price\":1}"),
                    null,
                    new Shape.Schema(new JsonText(schema)),
                    JsonText.EMPTY_OBJECT,
                    JsonText.EMPTY_OBJECT,
                    Bench.place(""));
            var push = new Expectation.Push(expected, null, null, null, null);
            Interaction interaction = Bench.interaction("kind " + i, Setup.NONE, push);
            watches.add(new PushWatch(
                    interaction,
                    push,
                    Candidate.of(expected, false, surroundings),
                    new Findings(new Parties("desk", "feed")),
                    Duration.ofSeconds(10)));
        }
        return new Classifier(watches, List.of(), List.of());
    }
}
