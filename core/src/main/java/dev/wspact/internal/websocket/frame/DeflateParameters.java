package dev.wspact.internal.websocket.frame;

/**
 * What client and server have agreed on for permessage-deflate.
 *
 * @param serverNoContextTakeover whether the server forgets its window after each message
 * @param clientNoContextTakeover whether the client does
 * @param serverMaxWindowBits the largest window that the server uses, 8 to 15
 * @param clientMaxWindowBits the largest window that the client uses, 8 to 15
 */
public record DeflateParameters(
        boolean serverNoContextTakeover,
        boolean clientNoContextTakeover,
        int serverMaxWindowBits,
        int clientMaxWindowBits) {
    /**
     * Reads the server's answer to an offer, the value of its {@code Sec-WebSocket-Extensions}, by <a
     * href="https://www.rfc-editor.org/rfc/rfc7692#section-7.1">RFC 7692 section 7.1</a>.
     *
     * @throws ExtensionAnswerException if the offer does not allow it; the connection is to be failed
     */
    public static DeflateParameters parse(DeflateOffer offer, String answer) throws ExtensionAnswerException {
        return new DeflateAnswer(offer, answer).parameters();
    }

    /** Whether one side's messages refer to those before. */
    public boolean contextTakeover(Role sender) {
        return !(sender == Role.SERVER ? serverNoContextTakeover : clientNoContextTakeover);
    }

    /** The largest window that one side uses, as the power of two. */
    public int windowBits(Role sender) {
        return sender == Role.SERVER ? serverMaxWindowBits : clientMaxWindowBits;
    }
}
