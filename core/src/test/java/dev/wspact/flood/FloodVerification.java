package dev.wspact.flood;

import dev.wspact.ProviderVerifier;
import dev.wspact.contract.Contents;
import dev.wspact.contract.Contract;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.MessageOrder;
import dev.wspact.contract.Place;
import dev.wspact.contract.Receive;
import dev.wspact.contract.Setup;
import dev.wspact.contract.Shape;
import dev.wspact.message.JsonText;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verification.VerificationOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Verifies a server that pushes very many messages; run in a JVM of its own, whose heap is the point. */
public final class FloodVerification {
    private static final String SCHEMA =
            "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"type\":\"object\","
                    + "\"required\":[\"type\",\"seq\",\"text\"],\"properties\":{\"type\":{\"const\":\"flood\"},"
                    + "\"seq\":{\"type\":\"integer\"},\"text\":{\"type\":\"string\",\"minLength\":1}}}";

    private FloodVerification() {}

    /**
     * Prints the verdict, how many messages were claimed and how long it took.
     *
     * @param args the server's URL and the number of messages
     */
    public static void main(String[] args) {
        int count = Integer.parseInt(args[1]);
        VerificationOptions options = VerificationOptions.of(URI.create(args[0]))
                .timeout(Duration.ofMinutes(3))
                .build();
        ContractResult result = ProviderVerifier.of(options)
                .verify(List.of(contract(count)))
                .contracts()
                .get(0);
        var found = result.interactions().get(0);
        System.out.println(found.verdict().word() + " " + found.messages() + " messages, "
                + result.period().took().toMillis() + " ms, transcript of "
                + result.connections().get(0).transcript().messages().size() + ", " + found.verdict());
    }

    /** The text of the n-th message, 250 bytes of it with a letter that is not ASCII. */
    static String message(int number) {
        String head = "{\"type\":\"flood\",\"seq\":" + number + ",\"text\":\"ü";
        return head + "x".repeat(250 - head.length() - 1 - 2) + "\"}";
    }

    private static Contract contract(int count) {
        var place = new Place("flood.json", "", 0);
        var expected = new ExpectedMessage(
                Contents.json(message(1)),
                null,
                new Shape.Schema(new JsonText(SCHEMA)),
                JsonText.EMPTY_OBJECT,
                JsonText.EMPTY_OBJECT,
                place);
        // the order keeps it listening, so that the end is the server's close and not the last message
        var push = new Expectation.Push(
                expected,
                new Receive(count, null, null),
                new MessageOrder("/seq", MessageOrder.Rule.GAPLESS, null),
                null,
                null);
        var interaction =
                new Interaction("a flood", null, false, Setup.NONE, push, new Interaction.Origin(place, Map.of()));
        return new Contract("reader", "flooder", "flood.json", List.of(interaction), List.of(), Map.of());
    }
}
