package dev.wspact.internal.websocket.frame;

import dev.wspact.message.Opcode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What it costs to read a text message, in chunks of 64 KB as they come from a socket. Run by hand, never in a build. */
final class CostPerFrame {
    private static final int CHUNK = 64 << 10;
    /** So that it stays in the processor's cache, as a socket's buffer does. */
    private static final int STREAM = 256 << 10;

    private static final int ROUNDS = 7;
    private static final long BYTES = 128L << 20;

    private CostPerFrame() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream console = System.out;
        for (int length : new int[] {250, 2_000}) {
            String ascii = "{\"type\":\"tick\",\"price\":12.5}".repeat(100).substring(0, length);
            measure(console, length + " B, ASCII", ascii);
            measure(
                    console,
                    length + " B, one é",
                    ascii.substring(0, length / 2) + "é" + ascii.substring(length / 2 + 2));
            measure(
                    console,
                    length + " B, one €",
                    ascii.substring(0, length / 2) + "€" + ascii.substring(length / 2 + 3));
            measure(console, length + " B, all 漢", "漢".repeat(length / 3));
        }
    }

    private static void measure(PrintStream console, String name, String message) throws Exception {
        byte[] stream = stream(message);
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            best = Math.min(best, round(stream, message));
        }
        console.printf("%-16s %7.0f ns a message%n", name, best);
    }

    private static double round(byte[] stream, String message) throws Exception {
        var counter = new Counter(message.length());
        var reader = new MessageReader(Role.SERVER, ReaderLimits.DEFAULT, null, counter);
        long start = System.nanoTime();
        for (long bytes = 0; bytes < BYTES; bytes += stream.length) {
            for (int at = 0; at < stream.length; at += CHUNK) {
                reader.read(ByteBuffer.wrap(stream, at, Math.min(CHUNK, stream.length - at)));
            }
        }
        return (System.nanoTime() - start) / (double) counter.messages;
    }

    private static byte[] stream(String message) {
        var out = new ByteArrayOutputStream();
        while (out.size() < STREAM) {
            ByteBuffer frame =
                    FrameWriter.frame(Role.SERVER, true, 0, Opcode.TEXT, StandardCharsets.UTF_8.encode(message), 0);
            out.writeBytes(Heard.bytes(frame));
        }
        return out.toByteArray();
    }

    private static final class Counter extends DataListener {
        private final int length;
        long messages;

        Counter(int length) {
            this.length = length;
        }

        @Override
        public void text(String message) {
            if (message.length() != length) {
                throw new AssertionError("a message of " + message.length() + " characters");
            }
            messages++;
        }
    }
}
