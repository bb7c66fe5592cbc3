package dev.wspact.internal.websocket.frame;

/**
 * What a client offers for permessage-deflate (<a href="https://www.rfc-editor.org/rfc/rfc7692#section-7.1">RFC 7692 section
 * 7.1</a>).
 *
 * @param serverNoContextTakeover whether the server is to forget its window after each message
 * @param clientNoContextTakeover whether we say that we will
 * @param serverMaxWindowBits the largest window that the server may use, 8 to 15
 * @param clientMaxWindowBits the largest window that we will use, 8 to 15; 0 if the server must not ask for a smaller one
 */
public record DeflateOffer(
        boolean serverNoContextTakeover,
        boolean clientNoContextTakeover,
        int serverMaxWindowBits,
        int clientMaxWindowBits) {
    /** All that a peer could want: context takeover on both sides, any window, and the server may ask for a smaller one. */
    public static final DeflateOffer DEFAULT = new DeflateOffer(false, false, 15, 15);

    static final String NAME = "permessage-deflate";
    static final String SERVER_NO_CONTEXT_TAKEOVER = "server_no_context_takeover";
    static final String CLIENT_NO_CONTEXT_TAKEOVER = "client_no_context_takeover";
    static final String SERVER_MAX_WINDOW_BITS = "server_max_window_bits";
    static final String CLIENT_MAX_WINDOW_BITS = "client_max_window_bits";
    static final int SMALLEST_WINDOW = 8;
    static final int LARGEST_WINDOW = 15;

    /** Rejects window sizes that do not exist. */
    public DeflateOffer {
        if (!window(serverMaxWindowBits)) {
            throw new IllegalArgumentException("serverMaxWindowBits must be 8 to 15");
        }
        if (clientMaxWindowBits != 0 && !window(clientMaxWindowBits)) {
            throw new IllegalArgumentException("clientMaxWindowBits must be 8 to 15, or 0 for none");
        }
    }

    /** The value of the header {@code Sec-WebSocket-Extensions}. */
    public String header() {
        return NAME
                + (serverNoContextTakeover ? "; " + SERVER_NO_CONTEXT_TAKEOVER : "")
                + (clientNoContextTakeover ? "; " + CLIENT_NO_CONTEXT_TAKEOVER : "")
                + (serverMaxWindowBits < LARGEST_WINDOW
                        ? "; " + SERVER_MAX_WINDOW_BITS + "=" + serverMaxWindowBits
                        : "")
                + (clientMaxWindowBits > 0 ? "; " + CLIENT_MAX_WINDOW_BITS : "")
                + (clientMaxWindowBits > 0 && clientMaxWindowBits < LARGEST_WINDOW ? "=" + clientMaxWindowBits : "");
    }

    static boolean window(int bits) {
        return bits >= SMALLEST_WINDOW && bits <= LARGEST_WINDOW;
    }
}
