package dev.wspact.junit5.internal.provider;

import dev.wspact.contract.Expectation;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.Place;
import java.util.List;

/**
 * Gives an interaction that was read from a text of its own the places that it has in its pact. Its lines are forgotten:
 * the text of the pact is not at hand.
 */
record Relocation(int index) implements Expectation.Visitor<Expectation> {
    private static final String ALONE = "/interactions/0";

    /** The interaction, as the one with this index. */
    static Interaction to(int index, Interaction interaction) {
        var relocation = new Relocation(index);
        return new Interaction(
                interaction.description(),
                interaction.key(),
                interaction.pending(),
                interaction.setup(),
                interaction.expectation().accept(relocation),
                new Interaction.Origin(
                        relocation.place(interaction.origin().place()),
                        interaction.origin().extras()));
    }

    @Override
    public Expectation push(Expectation.Push push) {
        return new Expectation.Push(
                message(push.message()), push.receive(), push.order(), push.heartbeat(), push.timestamp());
    }

    @Override
    public Expectation exchange(Expectation.Exchange exchange) {
        List<Expectation.Response> responses = exchange.responses().stream()
                .map(response -> new Expectation.Response(message(response.message()), response.within()))
                .toList();
        return new Expectation.Exchange(message(exchange.request()), responses, exchange.correlate());
    }

    @Override
    public Expectation handshake(Expectation.Handshake handshake) {
        return new Expectation.Handshake(message(handshake.answer()));
    }

    @Override
    public Expectation close(Expectation.Close close) {
        return new Expectation.Close(message(close.status()), close.receive());
    }

    @Override
    public Expectation notCheckable(Expectation.NotCheckable notCheckable) {
        return notCheckable;
    }

    private ExpectedMessage message(ExpectedMessage message) {
        return new ExpectedMessage(
                message.contents(),
                message.frame(),
                message.shape(),
                message.generators(),
                message.metadata(),
                place(message.place()));
    }

    private Place place(Place place) {
        String pointer = place.pointer().startsWith(ALONE)
                ? "/interactions/" + index + place.pointer().substring(ALONE.length())
                : place.pointer();
        return new Place(place.source(), pointer, 0);
    }
}
