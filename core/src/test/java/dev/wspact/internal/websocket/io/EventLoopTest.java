package dev.wspact.internal.websocket.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.wspact.wire.Script;
import dev.wspact.wire.ScriptedServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class EventLoopTest {
    private static final String THREAD = "wspact-loop-under-test";

    /** Only a test that fails waits for it. */
    private static final int LONG = 60;

    /** More than what two sockets take on their own. */
    private static final int MUCH = 32 << 20;

    private static final Script ECHO_TWICE = peer -> {
        peer.raw(peer.readBytes(1)).raw(peer.readBytes(1));
        peer.holdSilently();
    };

    private static final Script SAYING_B = peer -> {
        peer.raw("b");
        peer.holdSilently();
    };

    private EventLoop loop;

    @BeforeEach
    void start() throws IOException {
        loop = EventLoop.start(THREAD);
    }

    @AfterEach
    void no_thread_is_left() {
        loop.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain(THREAD);
    }

    @Test
    void many_connections_are_opened_read_and_written_on_one_thread() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            peer.raw(peer.readBytes(1));
            peer.holdSilently();
        })) {
            List<Recorder> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                var one = new Recorder();
                all.add(one);
                loop.connect(address(server), one);
            }
            for (int i = 0; i < all.size(); i++) {
                all.get(i).channel().write(bytes(String.valueOf((char) ('a' + i % 26))), WriteListener.NOBODY);
            }
            for (int i = 0; i < all.size(); i++) {
                all.get(i).awaitText(String.valueOf((char) ('a' + i % 26)));
            }
            loop.close();
            assertThat(all).allSatisfy(one -> {
                assertThat(one.end()).isNull();
                assertThat(one.threads).containsOnly(THREAD);
            });
        }
    }

    /** Where a listener may have a fault. */
    private enum Fault {
        CONNECTED,
        RECEIVED,
        WRITTEN,
        ENDED,
        TASK
    }

    @ParameterizedTest
    @EnumSource
    void a_listener_that_throws_ends_its_own_connection_and_no_other(Fault fault) throws Exception {
        var reported = new CompletableFuture<Throwable>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, problem) -> reported.complete(problem));
        try (ScriptedServer server = ScriptedServer.startInOrder(ECHO_TWICE, SAYING_B)) {
            var sound = new Recorder();
            loop.connect(address(server), sound);
            sound.channel().write(bytes("a"), WriteListener.NOBODY);
            sound.awaitText("a");

            var faulty = new Recorder();
            faulty.fault = fault;
            Channel broken = loop.connect(address(server), faulty);
            broken.write(bytes("x"), failure -> faulty.failAt(Fault.WRITTEN));
            if (fault == Fault.TASK) {
                broken.execute(() -> faulty.failAt(Fault.TASK));
            } else if (fault == Fault.ENDED) {
                faulty.awaitText("b");
                broken.abort();
            }

            @Nullable IOException end = faulty.end();
            if (fault != Fault.ENDED) {
                assertThat(end).isInstanceOf(ChannelFailedException.class).hasMessageContaining("planted");
            }
            sound.channel().write(bytes("c"), WriteListener.NOBODY);
            sound.awaitText("ac");
            assertThat(reported.isDone()).as("nobody else could be told").isEqualTo(fault == Fault.ENDED);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void what_is_written_before_the_end_is_sent_before_it() throws Exception {
        var received = new CompletableFuture<Integer>();
        var goOn = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            await(goOn);
            received.complete(peer.readBytes(MUCH + 1).length);
            peer.holdSilently();
        })) {
            var client = new Recorder();
            loop.connect(address(server), client);
            var written = new CompletableFuture<@Nullable IOException>();
            var late = new CompletableFuture<@Nullable IOException>();

            client.channel().write(ByteBuffer.allocate(MUCH), WriteListener.NOBODY);
            client.channel().write(bytes("x"), written::complete);
            client.channel().end();
            client.channel().write(bytes("too late"), late::complete);

            assertThat(get(late)).hasMessage("the connection is closed");
            assertThat(written).isNotDone();
            assertThat(client.ended).isNotDone();
            goOn.countDown();
            assertThat(get(received)).isEqualTo(MUCH + 1);
            assertThat(get(written)).isNull();
            assertThat(client.end()).isNull();
        }
    }

    @Test
    void who_waits_for_bytes_to_be_sent_is_told_when_they_never_will_be() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> peer.untilGone(again -> {
            await(new CountDownLatch(1), 100);
            again.raw("are you there?");
        }))) {
            var client = new Recorder();
            loop.connect(address(server), client);
            var first = new CompletableFuture<@Nullable IOException>();
            var second = new CompletableFuture<@Nullable IOException>();
            client.channel().write(ByteBuffer.allocate(MUCH), first::complete);
            client.channel().write(bytes("x"), second::complete);

            client.channel().abort();

            assertThat(get(first)).hasMessage("the connection is closed");
            assertThat(get(second)).hasMessage("the connection is closed");
            assertThat(client.end()).isNull();
        }
    }

    @Test
    void nothing_is_read_while_reading_is_off_and_all_of_it_afterwards() throws Exception {
        var said = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            peer.readBytes(1);
            peer.raw("hello").drop();
            said.countDown();
        })) {
            var client = new Recorder();
            loop.connect(address(server), client);
            client.channel().reading(false);
            client.channel().write(bytes("x"), WriteListener.NOBODY);
            await(said);
            // the loop has turned since
            runOnLoop(client.channel());
            assertThat(client.text()).isEmpty();
            assertThat(client.ended).isNotDone();

            client.channel().reading(true);

            client.awaitText("hello");
            assertThat(client.end()).isNull();
        }
    }

    @Test
    void nothing_that_is_asked_of_a_closed_loop_is_done_and_all_of_it_is_told() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> peer.holdSilently())) {
            var client = new Recorder();
            loop.connect(address(server), client);
            Channel channel = client.channel();
            var ran = new AtomicInteger();

            loop.close();

            assertThat(client.end()).isNull();
            assertThat(channel.execute(ran::incrementAndGet)).isFalse();
            var written = new CompletableFuture<@Nullable IOException>();
            channel.write(bytes("x"), written::complete);
            assertThat(get(written)).hasMessage("the connection is closed");
            channel.reading(true);
            channel.end();
            channel.abort();
            assertThatIOException()
                    .isThrownBy(() -> loop.connect(address(server), new Recorder()))
                    .withMessage("the client is closed");
            assertThat(ran).hasValue(0);
            assertThat(client.ends).hasValue(1);
        }
    }

    @Test
    void a_loop_is_closed_from_its_own_thread_and_by_a_thread_that_is_interrupted() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> peer.holdSilently())) {
            var client = new Recorder();
            loop.connect(address(server), client);
            assertThat(client.channel().execute(loop::close)).isTrue();
            assertThat(client.end()).isNull();

            Thread.currentThread().interrupt();
            loop.close();
            assertThat(Thread.interrupted()).as("still interrupted").isTrue();
        }
    }

    @Test
    void a_port_where_nothing_listens_is_told_of_as_the_end() throws Exception {
        var client = new Recorder();
        loop.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), ScriptedServer.unusedPort()), client);

        assertThat(client.end()).isInstanceOf(ConnectException.class);
        assertThat(client.connected).isNotDone();
    }

    @Test
    void a_connection_that_is_given_up_before_it_is_open_is_never_opened() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> peer.holdSilently())) {
            var client = new Recorder();
            var blocked = new CountDownLatch(1);
            var busy = new Recorder();
            loop.connect(address(server), busy);
            busy.channel().execute(() -> await(blocked));
            Channel channel = loop.connect(address(server), client);
            var written = new CompletableFuture<@Nullable IOException>();
            channel.abort();
            channel.write(bytes("x"), written::complete);
            blocked.countDown();

            assertThat(client.end()).isNull();
            assertThat(get(written)).hasMessage("the connection is closed");
        }
    }

    private static InetSocketAddress address(ScriptedServer server) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void runOnLoop(Channel channel) throws Exception {
        var ran = new CompletableFuture<Boolean>();
        channel.execute(() -> ran.complete(true));
        assertThat(get(ran)).isTrue();
    }

    private static <T extends @Nullable Object> T get(CompletableFuture<T> outcome) throws Exception {
        return outcome.get(LONG, TimeUnit.SECONDS);
    }

    private static void await(CountDownLatch latch) {
        if (!await(latch, TimeUnit.SECONDS.toMillis(LONG))) {
            throw new IllegalStateException("it has not happened");
        }
    }

    private static boolean await(CountDownLatch latch, long millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes down what it is told, and fails where it is meant to. */
    private static final class Recorder implements ChannelListener {
        private final CompletableFuture<Channel> connected = new CompletableFuture<>();
        private final CompletableFuture<@Nullable IOException> ended = new CompletableFuture<>();
        private final AtomicInteger ends = new AtomicInteger();
        private final List<String> threads = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private volatile @Nullable Fault fault;

        @Override
        public void connected(Channel channel) {
            threads.add(Thread.currentThread().getName());
            failAt(Fault.CONNECTED);
            connected.complete(channel);
        }

        @Override
        public void received(ByteBuffer bytes) {
            threads.add(Thread.currentThread().getName());
            failAt(Fault.RECEIVED);
            synchronized (text) {
                text.append(StandardCharsets.US_ASCII.decode(bytes));
                text.notifyAll();
            }
        }

        @Override
        public void ended(@Nullable IOException cause) {
            threads.add(Thread.currentThread().getName());
            ends.incrementAndGet();
            ended.complete(cause);
            failAt(Fault.ENDED);
        }

        void failAt(Fault here) {
            if (fault == here) {
                throw new IllegalStateException("planted");
            }
        }

        Channel channel() throws Exception {
            return get(connected);
        }

        @Nullable
        IOException end() throws InterruptedException, ExecutionException {
            try {
                return ended.get(LONG, TimeUnit.SECONDS);
            } catch (java.util.concurrent.TimeoutException e) {
                throw new AssertionError("it has not ended", e);
            }
        }

        String text() {
            synchronized (text) {
                return text.toString();
            }
        }

        void awaitText(String expected) throws InterruptedException {
            long giveUpAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONG);
            synchronized (text) {
                while (text.length() < expected.length() && System.nanoTime() < giveUpAt) {
                    TimeUnit.SECONDS.timedWait(text, 1);
                }
                assertThat(text.toString()).isEqualTo(expected);
            }
        }
    }
}
