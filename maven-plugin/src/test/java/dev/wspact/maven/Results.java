package dev.wspact.maven;

import dev.wspact.contract.InteractionType;
import dev.wspact.contract.Place;
import dev.wspact.verdict.Arrival;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Uncontracted;
import dev.wspact.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Results to tell about. */
final class Results {
    static final Verdict NOT_SEEN = new Verdict.NotSeen("a message", Duration.ofSeconds(2), List.of(), "send it");
    static final Verdict REFUSED =
            new Verdict.Errored("nothing listens at ws://localhost:1/", "start the server, or correct wspact.url");

    private Results() {}

    static ContractResult of(InteractionResult... interactions) {
        return of(new Uncontracted(List.of(), false), interactions);
    }

    static ContractResult withUncontracted(InteractionResult... interactions) {
        return of(new Uncontracted(List.of(new Arrival("heartbeat", 3, "{}")), true), interactions);
    }

    private static ContractResult of(Uncontracted uncontracted, InteractionResult... interactions) {
        return new ContractResult(
                new ContractResult.Subject("ui", "feed", "ui-feed.json", List.of()),
                List.of(interactions),
                List.of(),
                uncontracted,
                new ContractResult.Period(Instant.EPOCH, Duration.ofMillis(7)));
    }

    static InteractionResult interaction(String description, Verdict verdict) {
        return new InteractionResult(
                new InteractionResult.Subject(
                        description, null, List.of(), InteractionType.PUSH, new Place("ui-feed.json", "", 0)),
                verdict,
                1,
                0);
    }
}
