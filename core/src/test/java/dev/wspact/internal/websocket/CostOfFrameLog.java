package dev.wspact.internal.websocket;

import dev.wspact.internal.time.Deadline;
import dev.wspact.internal.websocket.frame.DataListener;
import dev.wspact.internal.websocket.frame.FrameView;
import dev.wspact.internal.websocket.frame.FrameWriter;
import dev.wspact.internal.websocket.frame.MessageListener;
import dev.wspact.internal.websocket.frame.MessageReader;
import dev.wspact.internal.websocket.frame.ReaderLimits;
import dev.wspact.internal.websocket.frame.Role;
import dev.wspact.internal.websocket.io.Channel;
import dev.wspact.internal.websocket.io.WriteListener;
import dev.wspact.message.Opcode;
import dev.wspact.verification.Limits;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;

/**
 * What it costs to note each frame: 1,000,000 text messages from chunks of bytes into the inbox and out of it, with the log of
 * frames and without. Run by hand, never in a build.
 */
final class CostOfFrameLog {
    private static final int MESSAGES = 1_000_000;
    private static final int ROUNDS = 9;
    private static final int FRAMES_A_CHUNK = 200;

    private CostOfFrameLog() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream console = System.out;
        for (int length : new int[] {20, 250, 2_000}) {
            ByteBuffer chunk =
                    chunk("{\"type\":\"tick\",\"price\":12.5}".repeat(100).substring(0, length));
            double without = Double.MAX_VALUE;
            double with = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                without = Math.min(without, round(chunk, false));
                with = Math.min(with, round(chunk, true));
            }
            console.printf(
                    "%5d B  without the log %5.0f ns a message, with it %5.0f ns, ratio %.2f%n",
                    length, without, with, with / without);
        }
    }

    private static double round(ByteBuffer chunk, boolean logged) throws Exception {
        Channel nowhere = new Nowhere();
        FrameLog log = new FrameLog(400);
        Reception reception =
                new Reception(nowhere, Limits.DEFAULT, new WireWriter(nowhere, log, new SecureRandom()), log);
        MessageListener listener = logged ? reception : new Unlogged(reception);
        var reader = new MessageReader(Role.SERVER, ReaderLimits.DEFAULT, null, listener);
        Deadline never = Deadline.after(Duration.ofHours(1));
        long start = System.nanoTime();
        for (int i = 0; i < MESSAGES; i += FRAMES_A_CHUNK) {
            reader.read(chunk.duplicate());
            reception.handOver();
            for (int taken = 0; taken < FRAMES_A_CHUNK; taken++) {
                if (reception.inbox().next(never) == null) {
                    throw new AssertionError("a message is missing");
                }
            }
        }
        return (System.nanoTime() - start) / (double) MESSAGES;
    }

    private static ByteBuffer chunk(String message) {
        ByteBuffer frame =
                FrameWriter.frame(Role.SERVER, true, 0, Opcode.TEXT, StandardCharsets.UTF_8.encode(message), 0);
        ByteBuffer chunk = ByteBuffer.allocate(frame.remaining() * FRAMES_A_CHUNK);
        while (chunk.hasRemaining()) {
            chunk.put(frame.duplicate());
        }
        return chunk.flip();
    }

    /** As it was before there was a log: the time is taken, and nothing is noted. */
    private static final class Unlogged extends DataListener {
        private final Reception reception;

        Unlogged(Reception reception) {
            this.reception = reception;
        }

        @Override
        public void frame(FrameView frame) {
            if (System.nanoTime() == 0) {
                throw new AssertionError("the clock");
            }
        }

        @Override
        public void text(String message) {
            reception.text(message);
        }
    }

    private static final class Nowhere implements Channel {
        @Override
        public void write(ByteBuffer bytes, WriteListener listener) {}

        @Override
        public void reading(boolean on) {}

        @Override
        public boolean execute(Runnable task) {
            return true;
        }

        @Override
        public void end() {}

        @Override
        public void abort() {}
    }
}
