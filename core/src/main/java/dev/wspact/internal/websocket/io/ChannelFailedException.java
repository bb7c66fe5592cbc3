package dev.wspact.internal.websocket.io;

import java.io.IOException;

/** Our own side has failed in handling what happened on a connection: the connection is not to blame, nor the other side. */
public final class ChannelFailedException extends IOException {
    private static final long serialVersionUID = 1L;

    ChannelFailedException(Throwable cause) {
        super(String.valueOf(cause), cause);
    }
}
