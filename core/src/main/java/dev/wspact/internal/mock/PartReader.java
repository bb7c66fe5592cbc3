package dev.wspact.internal.mock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.contract.Contract;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.Place;
import dev.wspact.contract.SendStep;
import dev.wspact.contract.Shape;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.internal.matching.UnjudgeableException;
import dev.wspact.internal.schema.variant.Variants;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Headers;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes an interaction ready to be played, or says why it cannot be. */
final class PartReader implements Expectation.Visitor<Part> {
    /** A control frame has room for 125 bytes, two of which are the code (RFC 6455 section 5.5.1). */
    private static final int LONGEST_REASON = 123;

    private final Part.Origin origin;
    private final boolean variants;

    private PartReader(Part.Origin origin, boolean variants) {
        this.origin = origin;
        this.variants = variants;
    }

    /**
     * The part.
     *
     * @param index its place in the script, from 0
     * @throws ContractFormatException if it cannot be played
     */
    static Part read(int index, Contract contract, Interaction interaction, boolean variants) {
        List<ClientMessage> steps = new ArrayList<>();
        Place place = interaction.origin().place();
        try {
            for (SendStep step : interaction.setup().send()) {
                steps.add(ClientMessage.of(step, place));
            }
        } catch (UnjudgeableException e) {
            throw new ContractFormatException(place, e.problem(), e.remedy());
        }
        return interaction
                .expectation()
                .accept(new PartReader(new Part.Origin(index, contract, interaction, steps), variants));
    }

    @Override
    public Part push(Expectation.Push push) {
        return new Part.Push(origin, push, sent(push.message()));
    }

    @Override
    public Part exchange(Expectation.Exchange exchange) {
        List<ServerMessage> responses = new ArrayList<>();
        exchange.responses().forEach(response -> responses.add(sent(response.message())));
        try {
            return new Part.Exchange(origin, exchange, ClientMessage.of(exchange.request()), responses);
        } catch (UnjudgeableException e) {
            throw new ContractFormatException(exchange.request().place(), e.problem(), e.remedy());
        }
    }

    @Override
    public Part handshake(Expectation.Handshake handshake) {
        JsonNode answer = json(handshake.answer());
        Map<String, List<String>> headers = new LinkedHashMap<>();
        answer.path("headers").properties().forEach(field -> {
            List<String> values = headers.computeIfAbsent(field.getKey(), name -> new ArrayList<>());
            if (field.getValue().isArray()) {
                field.getValue().forEach(value -> values.add(value.asText()));
            } else {
                values.add(field.getValue().asText());
            }
        });
        JsonNode body = answer.path("body");
        return new Part.Answer(
                origin,
                answer.path("status").asInt(),
                new Headers(headers),
                body.isMissingNode() ? "" : body.isTextual() ? body.textValue() : body.toString());
    }

    @Override
    public Part close(Expectation.Close close) {
        JsonNode status = json(close.status());
        String reason = status.path("reason").asText("");
        if (reason.getBytes(StandardCharsets.UTF_8).length > LONGEST_REASON) {
            throw new ContractFormatException(
                    close.status().place(),
                    "the reason of \"" + origin.interaction().description()
                            + "\" is longer than the 123 bytes for which a close frame has room",
                    "Shorten it");
        }
        return new Part.Close(origin, new CloseStatus(status.path("code").asInt(CloseStatus.NO_STATUS), reason));
    }

    @Override
    public Part notCheckable(Expectation.NotCheckable notCheckable) {
        throw new ContractFormatException(
                origin.interaction().origin().place(),
                "\"" + origin.interaction().description() + "\" cannot be played: " + notCheckable.problem(),
                notCheckable.remedy());
    }

    private ServerMessage sent(ExpectedMessage message) {
        if (!message.contents().hasExample()) {
            throw new ContractFormatException(
                    message.place(),
                    "\"" + origin.interaction().description() + "\" has no example, so there is nothing to play",
                    "Add an example to the message, or \"examples\" to its schema");
        }
        try {
            return ServerMessage.of(message, variants(message));
        } catch (UnjudgeableException e) {
            throw new ContractFormatException(message.place(), e.problem(), e.remedy());
        }
    }

    private List<JsonText> variants(ExpectedMessage message) {
        return variants
                        && message.shape() instanceof Shape.Schema schema
                        && message.contents().isJson()
                ? Variants.of(schema.schema(), json(message))
                : List.of();
    }

    private JsonNode json(ExpectedMessage message) {
        Payload payload = message.contents().payload();
        try {
            return payload instanceof Payload.Text text
                    ? StrictJson.read(text.value())
                    : StrictJson.read(payload.toBytes());
        } catch (MalformedJsonException e) {
            throw new ContractFormatException(
                    message.place(),
                    "\"" + origin.interaction().description() + "\" is no JSON: " + e.problem(),
                    "Write it as JSON");
        }
    }
}
