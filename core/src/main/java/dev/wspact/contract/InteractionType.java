package dev.wspact.contract;

/** The kinds of interaction, in the words of the result file. */
public enum InteractionType {
    /** The server pushes a message. */
    PUSH("push"),
    /** The client sends a request and the server answers it. */
    EXCHANGE("exchange"),
    /** The server answers the opening handshake in a certain way. */
    HANDSHAKE("handshake"),
    /** The server closes the connection in a certain way. */
    CLOSE("close"),
    /** An interaction that is not about WebSocket messages, or that cannot be understood. */
    OTHER("other");

    private final String word;

    InteractionType(String word) {
        this.word = word;
    }

    /** The word for it in result files. */
    public String word() {
        return word;
    }
}
