package dev.wspact.internal.mock;

import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Headers;
import dev.wspact.mock.MockConnection;
import dev.wspact.mock.MockResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An opening handshake and how it is answered.
 *
 * @param request what the client asked for
 * @param answer how it is answered
 * @param headers further header fields of the answer
 * @param body the body of a refusal
 * @param parts the interactions that are played by it or after it
 * @param unexpected what the contract does not allow in it; null if nothing
 * @param misbehavior what goes wrong on the connection
 */
record Handshake(
        MockConnection.Request request,
        MockConnection.Answer answer,
        Headers headers,
        String body,
        List<Part> parts,
        Handshake.@Nullable Surprise unexpected,
        Misbehavior misbehavior) {
    /** Copies the list. */
    Handshake {
        parts = List.copyOf(parts);
    }

    boolean accepted() {
        return answer.status() == HandshakeResponse.SWITCHING_PROTOCOLS;
    }

    /**
     * What a client did that the contract does not allow.
     *
     * @param what in words
     * @param closest the interaction that comes closest; empty if there is none
     * @param differences how it differs from that
     * @param remedy what to do
     */
    record Surprise(String what, String closest, List<MockResult.Deviation> differences, String remedy) {
        /** Copies the list. */
        Surprise {
            differences = List.copyOf(differences);
        }
    }
}
