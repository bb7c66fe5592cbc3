package dev.wspact.hostile;

import dev.wspact.wire.Connection;
import dev.wspact.wire.Script;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How fast a hostile server does something again and again. */
final class Pace {
    private Pace() {}

    /** Sends all of it, one octet each quarter of a second, until the client goes. */
    static void oneOctetEach250Millis(Connection peer, String characters) throws IOException, InterruptedException {
        for (int i = 0; i < characters.length(); i++) {
            peer.raw(characters.substring(i, i + 1));
            pause(250);
        }
    }

    /** Does nothing for so long. */
    static void pause(long millis) throws InterruptedException {
        if (new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("nobody counts it down");
        }
    }

    /** Repeats the step as fast as it goes, and does not read what the client sends. */
    static Script deafFlood(Script step) {
        return peer -> peer.untilGone(step);
    }

    /** Repeats the step as fast as it goes, on a thread of its own, so that what the client sends is read meanwhile. */
    static Script flood(Script step) {
        return peer -> {
            Thread writer = new Thread(() -> writeUntilGone(peer, step), "hostile-flood");
            writer.setDaemon(true);
            writer.start();
        };
    }

    private static void writeUntilGone(Connection peer, Script step) {
        try {
            peer.untilGone(step);
        } catch (Exception e) {
            if (!(e instanceof IOException)) {
                throw new IllegalStateException("the flood went wrong", e);
            }
        }
    }
}
