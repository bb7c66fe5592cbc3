package dev.wspact.wire;

import java.io.IOException;

/** The client went while the server was writing, which it may do at any time: it ends a script without being an error. */
public final class ClientGoneException extends IOException {
    private static final long serialVersionUID = 1L;

    ClientGoneException(IOException cause) {
        super("the client has gone", cause);
    }
}
