package dev.wspact.internal.websocket.io;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Who is told that bytes are sent. Called once, on any thread, so it must not block. */
@FunctionalInterface
public interface WriteListener {
    /** For who need not know: if the connection ends before, its own listener is told. */
    WriteListener NOBODY = failure -> {};

    /**
     * The last of the bytes is with the operating system, or never will be.
     *
     * @param failure why it will not be; null if it is
     */
    void written(@Nullable IOException failure);
}
