package dev.wspact.internal.websocket.frame;

import dev.wspact.message.CloseStatus;

/** Takes what a {@link MessageReader} finds, in the order of the wire, on the thread that reads. */
public interface MessageListener {
    /** A frame is complete; called before the message that it completes. */
    default void frame(FrameView frame) {}

    /** A whole text message. */
    void text(String message);

    /** A whole binary message; the array is the listener's own. */
    void binary(byte[] message);

    /** A ping, whose payload the pong must repeat (RFC 6455 section 5.5.3). */
    void ping(byte[] payload);

    /** A pong, asked for or not. */
    void pong(byte[] payload);

    /** The close frame; {@link CloseStatus#NO_STATUS} if it says nothing. Nothing follows. */
    void close(CloseStatus status);
}
