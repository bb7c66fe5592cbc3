package dev.wspact.junit5.dsl;

import au.com.dius.pact.consumer.dsl.DslPart;

/** An answer to the opening handshake: first what the client is like, then {@link #withStatus the answer}. */
public final class HandshakeBuilder extends InteractionBuilder<HandshakeBuilder> {
    HandshakeBuilder(Draft draft) {
        super(draft);
    }

    /** The client is anonymous: it connects without what the verifier would add to identify itself. */
    public HandshakeBuilder anonymous() {
        draft().channel().anonymous();
        return this;
    }

    /** The server answers with this HTTP status, such as 401. */
    public Handshake withStatus(int status) {
        return new Handshake(draft(), status);
    }

    /** The server's answer as a JSON object of {@code status} and, if they matter, {@code headers} and {@code body}. */
    public Handshake withAnswer(DslPart answer) {
        return new Handshake(draft(), answer);
    }

    @Override
    HandshakeBuilder self() {
        return this;
    }
}
