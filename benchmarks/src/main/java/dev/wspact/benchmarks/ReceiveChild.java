package dev.wspact.benchmarks;

import dev.wspact.benchmarks.client.Client;
import dev.wspact.benchmarks.client.Library;
import java.net.URI;
import java.time.Duration;

/** Receives a stream with one library, and measures what it costs: first the same once to warm up. */
final class ReceiveChild {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Client client;
    private final int port;
    private final int bytes;
    private long characters;

    private ReceiveChild(Client client, int port, int bytes) {
        this.client = client;
        this.port = port;
        this.bytes = bytes;
    }

    /** Arguments: library, port, bytes of a message, messages. */
    public static void main(String[] arguments) throws Exception {
        int messages = Integer.parseInt(arguments[3]);
        Client client = Library.valueOf(arguments[0]).start();
        var child = new ReceiveChild(client, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        child.receive(messages);
        long cpu = Meter.cpuNanos();
        long wall = System.nanoTime();
        child.receive(messages);
        Meter.print("wall", (double) (System.nanoTime() - wall));
        Meter.print("cpu", (double) (Meter.cpuNanos() - cpu));
        // JVMs with non-daemon threads of a library would stay
        Runtime.getRuntime().exit(0);
    }

    private void receive(int messages) throws Exception {
        characters = 0;
        URI url = URI.create("ws://127.0.0.1:%d/stream?messages=%d&bytes=%d".formatted(port, messages, bytes));
        client.connect(url, messages, (message, at) -> characters += message.length())
                .awaitBatch(LIMIT);
        // one letter of each message has two bytes
        long expected = (long) messages * (bytes - 1);
        if (characters != expected) {
            throw new IllegalStateException("received " + characters + " characters instead of " + expected);
        }
    }
}
