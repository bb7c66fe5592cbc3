package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.ProviderState;
import dev.wspact.internal.json.StrictJson;
import java.util.List;

/** Writes one interaction as an element of a Pact V4 file's {@code interactions}; members in no particular order. */
final class InteractionWriter implements Expectation.Visitor<JsonNode> {
    private static final int KEY_DIGITS = 16;

    private final Interaction interaction;
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    private InteractionWriter(Interaction interaction) {
        this.interaction = interaction;
    }

    static JsonNode write(Interaction interaction) {
        return interaction.expectation().accept(new InteractionWriter(interaction));
    }

    /** The provider states as text, to sort by. */
    static String statesText(Interaction interaction) {
        return StrictJson.exact(states(interaction.setup().states())).value();
    }

    @Override
    public JsonNode push(Expectation.Push push) {
        MessageWriter.write(push.message(), json);
        return finished(V4InteractionReader.ASYNCHRONOUS);
    }

    @Override
    public JsonNode exchange(Expectation.Exchange exchange) {
        MessageWriter.write(exchange.request(), json.putObject("request"));
        ArrayNode responses = json.putArray("response");
        exchange.responses().forEach(response -> MessageWriter.write(response.message(), responses.addObject()));
        return finished(V4InteractionReader.SYNCHRONOUS);
    }

    @Override
    public JsonNode handshake(Expectation.Handshake handshake) {
        return event(handshake.answer());
    }

    @Override
    public JsonNode close(Expectation.Close close) {
        return event(close.status());
    }

    private JsonNode event(ExpectedMessage contents) {
        MessageWriter.write(contents, json);
        return finished(V4InteractionReader.ASYNCHRONOUS);
    }

    @Override
    public JsonNode notCheckable(Expectation.NotCheckable notCheckable) {
        return StrictJson.read(notCheckable.original());
    }

    private JsonNode finished(String type) {
        List<ProviderState> states = interaction.setup().states();
        json.put("type", type);
        json.put("description", interaction.description());
        json.put("key", interaction.key() == null ? derivedKey() : interaction.key());
        json.put("pending", interaction.pending());
        if (!states.isEmpty()) {
            json.set("providerStates", states(states));
        }
        ObjectNode block = CommentWriter.write(interaction);
        if (!block.isEmpty()) {
            block.put("version", WebSocketComment.VERSION);
            json.putObject("comments").set("websocket", block);
        }
        Extras.add(interaction.origin().extras(), json);
        return json;
    }

    /** A key from what is unique in a pact anyway, so that it changes only when the interaction becomes another one. */
    private String derivedKey() {
        return Hash.of(interaction.description() + "\n" + statesText(interaction))
                .substring(0, KEY_DIGITS);
    }

    private static ArrayNode states(List<ProviderState> states) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (ProviderState state : states) {
            ObjectNode object = array.addObject().put("name", state.name());
            if (!state.params().isEmpty()) {
                object.set("params", JavaValues.json(state.params()));
            }
        }
        return array;
    }
}
