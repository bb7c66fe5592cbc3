package dev.wspact.junit5;

import dev.wspact.junit5.internal.provider.Capture;
import dev.wspact.junit5.internal.provider.JsonField;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a WebSocket server sends, for teams that stay on stock pact-jvm: a {@code @PactVerifyProvider} method returns the
 * message that it awaits here, and pact-jvm's {@code MessageTestTarget} compares it. Listens from the first byte, so that a
 * message cannot come too early; every message is given out once.
 *
 * <p>pact-jvm then sees one message for each interaction and compares its contents. It does not look at frame types, order,
 * closes, handshakes or a second response: {@link WebSocketPactProvider} does.
 */
public final class CapturedMessages implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Capture capture;
    private final Duration within;

    private CapturedMessages(Capture capture, Duration within) {
        this.capture = capture;
        this.within = within;
    }

    /**
     * Connects, without header fields or subprotocols.
     *
     * @throws IOException if the connection cannot be opened within 10 seconds
     */
    public static CapturedMessages open(URI url) throws IOException {
        return open(url, Map.of(), List.of());
    }

    /**
     * Connects.
     *
     * @param headers header fields of the opening handshake
     * @param subprotocols the subprotocols that are offered, the most preferred first
     * @throws IOException if the connection cannot be opened within 10 seconds
     */
    public static CapturedMessages open(URI url, Map<String, String> headers, List<String> subprotocols)
            throws IOException {
        return new CapturedMessages(Capture.open(url, headers, subprotocols, PATIENCE), PATIENCE);
    }

    /** The same connection, where {@code await} methods wait this long; 10 seconds by default. */
    public CapturedMessages within(Duration patience) {
        return new CapturedMessages(capture, patience);
    }

    /**
     * Sends a text message.
     *
     * @throws IOException if it cannot be sent
     */
    public CapturedMessages send(String text) throws IOException {
        capture.send(text, within);
        return this;
    }

    /**
     * The first text message not given out yet that holds JSON with this value.
     *
     * @param field name of a member of the message, or a JSON Pointer into it: {@code type}, {@code /header/type}
     * @param value the value that it must have, as text
     * @throws AssertionError if there is none in time; the text says what arrived instead
     */
    public String await(String field, String value) {
        JsonField wanted = new JsonField(field);
        return await("a JSON message with " + field + " = \"" + value + "\"", text -> wanted.is(text, value));
    }

    /**
     * The first text message not given out yet that is wanted.
     *
     * @param what what is wanted, in words, for the text of the failure
     * @throws AssertionError if there is none in time; the text says what arrived instead
     */
    public String await(String what, Predicate<String> wanted) {
        return capture.awaitText(what, wanted, within);
    }

    /**
     * The first binary message not given out yet. Return it to pact-jvm in a {@code MessageAndMetadata}.
     *
     * @throws AssertionError if there is none in time; the text says what arrived instead
     */
    public byte[] awaitBinary() {
        return capture.awaitBinary(within);
    }

    /** Closes the connection with 1000. */
    @Override
    public void close() {
        capture.close();
    }
}
