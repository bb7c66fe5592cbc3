package dev.wspact.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.internal.time.Deadline;
import dev.wspact.internal.websocket.io.Channel;
import dev.wspact.internal.websocket.io.WriteListener;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Headers;
import dev.wspact.verification.Limits;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in one go, and more of it than the inbox takes. */
class ReceptionTest {
    private static final Deadline PASSED = Deadline.after(Duration.ZERO);

    /** What an empty message counts, and what the inbox takes: 256 bytes of 512 KiB. */
    private static final int FULL = 2048;

    private static final int CHUNK = 64 << 10;
    private static final byte[] EMPTY_TEXT = {(byte) 0x81, 0};

    private final Channel channel = new QueuedChannel();
    private final List<String> closes = new ArrayList<>();
    private final Reception reception = new Reception(
            channel, Limits.DEFAULT, new WireWriter(channel, new FrameLog(10), new SecureRandom()), new FrameLog(10));
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean loopEnded;
    private boolean reading = true;

    @Test
    void a_flood_in_one_chunk_stops_where_the_inbox_is_full_and_goes_on_when_there_is_room() throws Exception {
        open();
        reception.received(emptyTexts(CHUNK));

        int left = CHUNK / 2;
        while (left > 0) {
            int expected = Math.min(left, FULL);
            assertThat(reading).isFalse();
            assertThat(taken()).hasSize(expected).hasOnlyElementsOfType(SessionEvent.Arrived.class);
            left -= expected;
            runTasks();
        }
        assertThat(reading).as("there is room, and nothing is left").isTrue();
        assertThat(taken()).isEmpty();
    }

    @Test
    void what_comes_while_it_waits_comes_behind_what_is_left_and_then_the_end() throws Exception {
        open();
        reception.received(emptyTexts(2 * FULL));
        // records of TLS that were read together with the first
        reception.received(emptyTexts(2 * FULL));
        reception.received(ByteBuffer.wrap(new byte[] {(byte) 0x82, 1, 7}));
        reception.ended(null);

        assertThat(taken()).hasSize(FULL);
        runTasks();
        assertThat(taken()).hasSize(FULL);
        runTasks();
        List<SessionEvent> last = taken();
        assertThat(last).hasSize(2);
        assertThat(((SessionEvent.Arrived) last.get(0)).message().payload().toBytes())
                .containsExactly(7);
        assertThat(((SessionEvent.Closed) last.get(1)).status().code()).isEqualTo(CloseStatus.ABNORMAL);
        assertThat(closes).isEmpty();
    }

    @Test
    void a_violation_behind_a_full_inbox_is_told_behind_what_came_before() throws Exception {
        open();
        reception.received(emptyTexts(2 * FULL + 2));
        reception.received(ByteBuffer.wrap(new byte[] {(byte) 0x83, 0}));

        assertThat(taken()).hasSize(FULL);
        assertThat(closes).isEmpty();
        runTasks();
        assertThat(taken()).hasSize(2).last().isInstanceOf(SessionEvent.Violated.class);
        assertThat(closes).containsExactly("close");
        assertThat(reading).as("what follows is read to be dropped").isTrue();
    }

    @Test
    void a_session_that_is_closed_while_it_waits_reads_on_to_drop_what_comes() throws Exception {
        open();
        reception.received(emptyTexts(CHUNK));

        reception.inbox().discard();
        runTasks();

        assertThat(reading).isTrue();
        assertThat(taken()).isEmpty();
    }

    @Test
    void a_loop_that_has_ended_is_the_end_of_what_is_left() throws Exception {
        open();
        reception.received(emptyTexts(CHUNK));
        reception.ended(null);
        loopEnded = true;

        List<SessionEvent> all = taken();
        assertThat(all).hasSize(FULL + 1).last().isInstanceOf(SessionEvent.Closed.class);
    }

    @Test
    void a_server_that_ends_the_connection_right_behind_its_answer_is_still_heard() throws Exception {
        var intake = new Intake(1000);
        intake.connected(channel);
        byte[] answer = "HTTP/1.1 101 Switching Protocols\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        intake.received(ByteBuffer.allocate(100).put(answer).put(EMPTY_TEXT).flip());
        assertThat(reading).isFalse();
        intake.ended(null);

        open();
        intake.frames(channel, reception);
        runTasks();

        assertThat(intake.answer().get().head().headers()).isEqualTo(Headers.NONE);
        assertThat(taken())
                .satisfiesExactly(
                        event -> assertThat(event).isInstanceOf(SessionEvent.Arrived.class),
                        event -> assertThat(event).isInstanceOf(SessionEvent.Closed.class));
    }

    @Test
    void reading_stays_off_where_what_came_behind_the_answer_fills_the_inbox() throws Exception {
        var intake = new Intake(1000);
        intake.connected(channel);
        byte[] answer = "HTTP/1.1 101 Switching Protocols\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        intake.received(ByteBuffer.allocate(CHUNK)
                .put(answer)
                .put(emptyTexts(2 * FULL + 2))
                .flip());

        open();
        intake.frames(channel, reception);
        runTasks();

        assertThat(reading).isFalse();
        assertThat(taken()).hasSize(FULL);
        runTasks();
        assertThat(taken()).hasSize(1);
        assertThat(reading).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Received fatal alert: bad_record_mac", "(bad_record_mac) Received fatal alert: bad_record_mac"})
    void an_alert_of_the_server_is_how_the_connection_broke_off(String told) throws Exception {
        open();
        reception.ended(new SSLException(told));

        assertThat(taken()).singleElement().isInstanceOfSatisfying(SessionEvent.Closed.class, closed -> {
            assertThat(closed.status()).isEqualTo(new CloseStatus(CloseStatus.ABNORMAL, ""));
            assertThat(closed.how()).isEqualTo("the server sent the TLS alert bad_record_mac");
        });
    }

    @Test
    void what_is_no_tls_is_given_up() throws Exception {
        open();
        reception.ended(new SSLException("Tag mismatch!"));

        assertThat(taken()).singleElement().isInstanceOfSatisfying(SessionEvent.Abandoned.class, abandoned -> {
            assertThat(abandoned.problem())
                    .isEqualTo("TLS was given up, since what the server sent is not valid TLS: Tag mismatch!");
            assertThat(abandoned.remedy()).contains("on the way");
        });
    }

    @Test
    void a_reset_is_an_end_of_which_nothing_more_is_known() throws Exception {
        open();
        reception.ended(new SocketException("Connection reset"));

        assertThat(taken()).singleElement().isInstanceOfSatisfying(SessionEvent.Closed.class, closed -> assertThat(
                        closed.how())
                .isEmpty());
    }

    private void open() {
        var session = (jakarta.websocket.Session) Proxy.newProxyInstance(
                ReceptionTest.class.getClassLoader(),
                new Class<?>[] {jakarta.websocket.Session.class},
                (self, method, arguments) -> {
                    closes.add(method.getName());
                    return null;
                });
        reception.open(session, System.nanoTime(), null);
    }

    /** Everything in the inbox, up to and including the end. */
    private List<SessionEvent> taken() throws InterruptedException {
        List<SessionEvent> all = new ArrayList<>();
        @Nullable SessionEvent next = reception.inbox().next(PASSED);
        while (next != null) {
            all.add(next);
            boolean last = !(next instanceof SessionEvent.Arrived);
            next = last ? null : reception.inbox().next(PASSED);
        }
        return all;
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private static ByteBuffer emptyTexts(int bytes) {
        ByteBuffer texts = ByteBuffer.allocate(bytes);
        while (texts.hasRemaining()) {
            texts.put(EMPTY_TEXT);
        }
        return texts.flip();
    }

    /** A channel whose thread does what it is told when the test lets it. */
    private final class QueuedChannel implements Channel {
        @Override
        public void write(ByteBuffer bytes, WriteListener listener) {
            listener.written(new IOException("nobody reads"));
        }

        @Override
        public void reading(boolean on) {
            reading = on;
        }

        @Override
        public boolean execute(Runnable task) {
            return !loopEnded && tasks.add(task);
        }

        @Override
        public void end() {
            closes.add("end");
        }

        @Override
        public void abort() {
            closes.add("abort");
        }
    }
}
