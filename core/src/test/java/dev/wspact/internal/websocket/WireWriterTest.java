package dev.wspact.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.internal.websocket.frame.Role;
import dev.wspact.internal.websocket.frame.WholeFrame;
import dev.wspact.internal.websocket.io.Channel;
import dev.wspact.internal.websocket.io.WriteListener;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Opcode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WireWriterTest {
    private final SlowChannel channel = new SlowChannel();
    private final FrameLog log = new FrameLog(100);
    private final WireWriter writer = new WireWriter(channel, log);

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
            given.add(opcode + " " + new String(frame.payload(), StandardCharsets.UTF_8));
            unwritten.add(listener);
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
