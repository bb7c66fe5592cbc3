package dev.wspact.internal.matching;

import au.com.dius.pact.core.matchers.JsonContentMatcher;
import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.support.json.JsonParser;
import dev.wspact.contract.Contents;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Place;
import dev.wspact.contract.Shape;
import dev.wspact.internal.json.ReceivedPayload;
import dev.wspact.internal.time.Deadline;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * What it costs to read and judge one message of 250 bytes with three rules, here and by pact-jvm's own matcher. Both are
 * measured in turns in one run, so that the ratio of the medians does not depend on the machine. Not a test: run
 * {@code main}.
 */
final class CostOfMatching {
    private static final int ROUNDS = 21;
    private static final int MESSAGES = 5_000;
    private static final String RULES = "{\"$\":{\"matchers\":[{\"match\":\"type\"}]},"
            + "\"$.type\":{\"matchers\":[{\"match\":\"equality\"}]},"
            + "\"$.price\":{\"matchers\":[{\"match\":\"decimal\"}]}}";
    private static final String MESSAGE =
            "{\"type\":\"tick\",\"price\":12.5,\"levels\":[1,2,3,4],\"text\":\"" + "x".repeat(180) + "\"}";

    private CostOfMatching() {}

    /** Prints nanoseconds a message and the ratio. */
    public static void main(String[] args) throws UnjudgeableException {
        MessageMatcher matcher = MessageMatcher.of(
                new ExpectedMessage(
                        Contents.json(MESSAGE),
                        null,
                        new Shape.Rules(new JsonText("{\"body\":" + RULES + "}")),
                        JsonText.EMPTY_OBJECT,
                        JsonText.EMPTY_OBJECT,
                        new Place("cost", "", 0)),
                false);
        var context =
                new MatchingContext(new MatchingRuleCategory("body").fromJson(JsonParser.parseString(RULES)), true);
        double[] ours = new double[ROUNDS];
        double[] pact = new double[ROUNDS];
        for (int warmUp = 0; warmUp < 6; warmUp++) {
            ours(matcher);
            pact(context);
        }
        for (int round = 0; round < ROUNDS; round++) {
            ours[round] = ours(matcher);
            pact[round] = pact(context);
        }
        System.out.printf(
                Locale.ROOT,
                "%.0f ns a message here, %.0f ns by pact-jvm: ratio %.1f%n",
                median(ours),
                median(pact),
                median(pact) / median(ours));
    }

    private static double ours(MessageMatcher matcher) throws UnjudgeableException {
        long started = System.nanoTime();
        for (int i = 0; i < MESSAGES; i++) {
            var message = new ReceivedPayload(new Payload.Text(MESSAGE));
            if (!matcher.match(message, Deadline.after(Duration.ofSeconds(1), System::nanoTime))
                    .isEmpty()) {
                throw new AssertionError("must match");
            }
        }
        return (System.nanoTime() - started) / (double) MESSAGES;
    }

    private static double pact(MatchingContext context) {
        OptionalBody example = body();
        long started = System.nanoTime();
        for (int i = 0; i < MESSAGES; i++) {
            if (!JsonContentMatcher.INSTANCE.matchBody(example, body(), context).matchedOk()) {
                throw new AssertionError("must match");
            }
        }
        return (System.nanoTime() - started) / (double) MESSAGES;
    }

    private static OptionalBody body() {
        return OptionalBody.body(MESSAGE.getBytes(StandardCharsets.UTF_8), ContentType.getJSON());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
