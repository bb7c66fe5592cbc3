package dev.wspact.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.internal.websocket.frame.DeflateParameters;
import dev.wspact.internal.websocket.frame.FrameWriter;
import dev.wspact.internal.websocket.frame.MessageDeflater;
import dev.wspact.internal.websocket.frame.Role;
import dev.wspact.internal.websocket.frame.WholeFrame;
import dev.wspact.internal.websocket.io.Channel;
import dev.wspact.internal.websocket.io.WriteListener;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Opcode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.stream.Stream;
import org.glassfish.tyrus.spi.CompletionHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WireWriterTest {
    private final SlowChannel channel = new SlowChannel();
    private final FrameLog log = new FrameLog(100);
    private final WireWriter writer = new WireWriter(channel, log, new SecureRandom());

    @Test
    void answers_each_ping_that_it_can() {
        for (String ping : List.of("a", "b", "c")) {
            ping(ping);
            channel.writes(null);
        }

        assertThat(channel.given).containsExactly("PONG a", "PONG b", "PONG c");
    }

    @Test
    void answers_only_the_last_of_the_pings_that_come_while_an_answer_is_unwritten() {
        for (int i = 0; i < 1000; i++) {
            ping("ping " + i);
        }
        assertThat(channel.given).containsExactly("PONG ping 0");

        channel.writes(null);
        assertThat(channel.given).containsExactly("PONG ping 0", "PONG ping 999");
        channel.writes(null);
        assertThat(channel.given).hasSize(2);

        ping("again");
        assertThat(channel.given).endsWith("PONG again");
    }

    @Test
    void gives_up_answering_when_the_connection_has_ended() {
        ping("a");
        ping("b");
        writer.release();
        channel.writes(new IOException("gone"));
        ping("c");

        assertThat(channel.given).containsExactly("PONG a");
        assertThat(log.history().frames().kept()).isEmpty();
    }

    @Test
    void sends_one_close_and_no_other() {
        writer.answerClose(new CloseStatus(4001, "what the server said"));
        writer.answerClose(new CloseStatus(1000, ""));
        channel.writes(null);

        assertThat(channel.given).hasSize(1).first().asString().startsWith("CLOSE");
        assertThat(Objects.requireNonNull(log.history().closing()).status()).isEqualTo(new CloseStatus(4001, ""));
    }

    @Test
    void sends_no_message_behind_a_close() {
        writer.answerClose(new CloseStatus(1000, ""));
        List<String> told = new ArrayList<>();

        writer.write(message(3), told(told));
        ping("still answered");

        assertThat(told).containsExactly("failed: the connection is closed");
        assertThat(channel.given).hasSize(2).last().isEqualTo("PONG still answered");
    }

    @Test
    void answers_pings_while_a_large_message_is_compressed() throws Exception {
        writer.compress(new DeflateParameters(false, false, 15, 15));
        boolean seen = false;
        for (int mebibytes = 4; !seen && mebibytes <= 32; mebibytes *= 2) {
            ByteBuffer message = message(mebibytes << 20);
            channel.given.clear();
            Thread sender = new Thread(() -> writer.write(message, told(new ArrayList<>())));
            sender.start();
            while (sender.isAlive() && !isCompressing(sender)) {
                Thread.onSpinWait();
            }
            ping("are you there?");
            synchronized (channel.given) {
                seen = channel.given.equals(List.of("PONG are you there?"));
            }
            sender.join();
            channel.writes(null);
            channel.writes(null);
        }

        assertThat(seen)
                .as("a pong went out while a message was being compressed")
                .isTrue();
    }

    @Test
    void what_compresses_is_given_back_also_if_the_connection_ends_meanwhile() throws Exception {
        writer.compress(new DeflateParameters(false, false, 15, 15));
        List<String> told = new ArrayList<>();
        Thread sender = new Thread(() -> writer.write(message(16 << 20), told(told)));
        sender.start();
        while (sender.isAlive() && !isCompressing(sender)) {
            Thread.onSpinWait();
        }

        writer.release();
        sender.join();
        writer.write(message(3), told(told));

        // the first may have been faster
        assertThat(told).endsWith("failed: the connection is closed").hasSizeBetween(1, 2);
        assertThat(channel.given).hasSizeBetween(0, 1);
    }

    private static boolean isCompressing(Thread sender) {
        return Stream.of(sender.getStackTrace())
                .anyMatch(call -> call.getClassName().equals(MessageDeflater.class.getName())
                        && call.getMethodName().equals("deflate"));
    }

    /** A message of noise, which takes longest. */
    private static ByteBuffer message(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(1).nextBytes(noise);
        return FrameWriter.frame(Role.CLIENT, true, 0, Opcode.BINARY, ByteBuffer.wrap(noise), 0);
    }

    private static CompletionHandler<ByteBuffer> told(List<String> told) {
        return new CompletionHandler<>() {
            @Override
            public void completed(ByteBuffer frame) {
                told.add("written");
            }

            @Override
            public void failed(Throwable failure) {
                told.add("failed: " + failure.getMessage());
            }
        };
    }

    private void ping(String payload) {
        writer.answerPing(payload.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes when it is told to. */
    private static final class SlowChannel implements Channel {
        private final List<String> given = new ArrayList<>();
        private final Queue<WriteListener> unwritten = new ArrayDeque<>();

        /** Says that the oldest bytes are written, or never will be. */
        void writes(@Nullable IOException failure) {
            unwritten.remove().written(failure);
        }

        @Override
        public void write(ByteBuffer bytes, WriteListener listener) {
            WholeFrame frame = WholeFrame.of(Role.CLIENT, bytes);
            Opcode opcode = frame.head().opcode();
            synchronized (given) {
                given.add(opcode + " " + new String(frame.payload(125), StandardCharsets.UTF_8));
            }
            synchronized (unwritten) {
                unwritten.add(listener);
            }
        }

        @Override
        public void reading(boolean on) {}

        @Override
        public boolean execute(Runnable task) {
            task.run();
            return true;
        }

        @Override
        public void end() {}

        @Override
        public void abort() {}
    }
}
