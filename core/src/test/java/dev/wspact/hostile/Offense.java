package dev.wspact.hostile;

import dev.wspact.wire.Script;
import java.time.Duration;

/**
 * What a hostile server does, and what a verification must make of it.
 *
 * @param section the section of RFC 6455 that it is about, or {@code RFC 7692}, or {@code ideas}
 * @param line its line in {@code lines.txt}, without the section
 * @param script what the server does on each connection, before it only listens for the client's close
 * @param client how the client is set up
 * @param expected what must come of it
 */
record Offense(String section, String line, Script script, ClientSetup client, Expected expected) {
    /** A server that does wrong from the first byte. */
    static Offense answering(String section, String line, Script script, Expected expected) {
        return new Offense(section, line, script, ClientSetup.PLAIN, expected);
    }

    /** Frames that break the protocol, for which the client has to close with a code. */
    static Offense violation(String section, String line, byte[] frames, int code, String... words) {
        return open(section, line, peer -> peer.raw(frames), Expected.violation(code, words));
    }

    /** A server that does wrong once it has accepted the connection. */
    static Offense open(String section, String line, Script script, Expected expected) {
        Script accepting = peer -> {
            peer.accept();
            script.play(peer);
        };
        return new Offense(section, line, accepting, ClientSetup.PLAIN, expected);
    }

    /** The same, but only waiting tells: the verification waits for one second. */
    Offense waitedOut() {
        return waitedOut(Duration.ofSeconds(1));
    }

    /** The same, but only waiting tells: the verification waits for so long. */
    Offense waitedOut(Duration timeout) {
        return against(client.waiting(timeout));
    }

    /** The same against a client that is set up otherwise. */
    Offense against(ClientSetup other) {
        return new Offense(section, line, script, other, expected);
    }
}
