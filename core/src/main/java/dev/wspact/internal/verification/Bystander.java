package dev.wspact.internal.verification;

import dev.wspact.message.CapturedMessage;
import java.time.Duration;

/** Hears what is no message of the server, and of those what the client waits for. Times are since the end of the opening handshake. */
@FunctionalInterface
interface Bystander {
    /** The server has pinged. */
    void ping(Duration at);

    /** The client of a recording has sent a message. */
    default void sent(CapturedMessage message) {}

    /** The client of a recording had done all that it had to. */
    default void ready(Duration at) {}

    /** A message of the server is about to be judged; true if the client of a recording waits for it to go on. */
    default boolean awaits(Incoming message) {
        return false;
    }
}
