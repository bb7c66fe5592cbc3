package dev.wspact.internal.websocket.frame;

import dev.wspact.message.CloseStatus;

/** For streams in which only text messages are to come, unless a subclass takes others, too. */
public abstract class DataListener implements MessageListener {
    @Override
    public void binary(byte[] message) {
        throw new AssertionError("binary");
    }

    @Override
    public void ping(byte[] payload) {
        throw new AssertionError("ping");
    }

    @Override
    public void pong(byte[] payload) {
        throw new AssertionError("pong");
    }

    @Override
    public void close(CloseStatus status) {
        throw new AssertionError("close");
    }
}
