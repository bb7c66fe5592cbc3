package dev.wspact.internal.verification;

import dev.wspact.contract.Expectation;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Interaction;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.verdict.Mismatch;
import dev.wspact.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Pact message metadata: but for the content type, it has no place on a WebSocket. */
final class Metadata {
    private static final Set<String> CONTENT_TYPE = Set.of("contenttype", "content-type");

    private Metadata() {}

    /** Names of metadata that cannot be checked. */
    static Set<String> notCheckable(Interaction interaction) {
        Set<String> names = new LinkedHashSet<>();
        for (ExpectedMessage message : messages(interaction.expectation())) {
            StrictJson.read(message.metadata()).fieldNames().forEachRemaining(name -> {
                if (!CONTENT_TYPE.contains(name.toLowerCase(Locale.ROOT))) {
                    names.add(name);
                }
            });
        }
        return names;
    }

    /** A pass is none if metadata is to be taken strictly. */
    static Verdict strict(Verdict verdict, Interaction interaction, int connection, Parties parties) {
        Set<String> names = notCheckable(interaction);
        if (names.isEmpty() || !(verdict instanceof Verdict.Passed)) {
            return verdict;
        }
        var address = Findings.noMessage(connection, "$", interaction.origin().place());
        return new Verdict.Failed(
                List.of(new Mismatch(
                        address,
                        "metadata",
                        "message metadata " + String.join(", ", names),
                        "none, since a WebSocket message carries no metadata",
                        "ask " + parties.consumer() + " to remove the metadata from the interaction")),
                0);
    }

    private static List<ExpectedMessage> messages(Expectation expectation) {
        List<ExpectedMessage> messages = new ArrayList<>();
        if (expectation instanceof Expectation.Push push) {
            messages.add(push.message());
        } else if (expectation instanceof Expectation.Exchange exchange) {
            messages.add(exchange.request());
            exchange.responses().forEach(response -> messages.add(response.message()));
        }
        return messages;
    }
}
