package dev.wspact.internal.mock;

import dev.wspact.contract.Contract;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.Interaction;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Headers;
import java.util.List;

/** An interaction, ready to be played. */
sealed interface Part {
    /** Where it comes from. */
    Origin origin();

    /** The interaction itself. */
    default Interaction interaction() {
        return origin().interaction();
    }

    /** The consumer's words for it. */
    default String description() {
        return interaction().description();
    }

    /** What the client sends first. */
    default List<ClientMessage> steps() {
        return origin().steps();
    }

    /** Whether it is played by refusing the opening handshake. */
    default boolean refuses() {
        return false;
    }

    /**
     * Where a part comes from.
     *
     * @param index its place in the script, from 0
     * @param contract the contract that it stands in
     * @param interaction the interaction
     * @param steps what the client sends first
     */
    record Origin(int index, Contract contract, Interaction interaction, List<ClientMessage> steps) {
        /** Copies the list. */
        public Origin {
            steps = List.copyOf(steps);
        }
    }

    /** The provider pushes a message. */
    record Push(Origin origin, Expectation.Push expectation, ServerMessage message) implements Part {
        /** How many messages a round has. */
        int round() {
            return Math.max(
                    message.forms().size(),
                    Math.max(1, expectation.effectiveReceive().fewest()));
        }
    }

    /** The client asks, and the provider answers. */
    record Exchange(
            Origin origin, Expectation.Exchange expectation, ClientMessage request, List<ServerMessage> responses)
            implements Part {
        /** Copies the list. */
        public Exchange {
            responses = List.copyOf(responses);
        }
    }

    /** The provider answers the opening handshake in a certain way. */
    record Answer(Origin origin, int status, Headers headers, String body) implements Part {
        @Override
        public boolean refuses() {
            return status != HandshakeResponse.SWITCHING_PROTOCOLS;
        }
    }

    /** The provider closes the connection in a certain way. */
    record Close(Origin origin, CloseStatus status) implements Part {}
}
