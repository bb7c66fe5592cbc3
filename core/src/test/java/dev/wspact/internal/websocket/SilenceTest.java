package dev.wspact.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.wire.Connection;
import dev.wspact.wire.Script;
import dev.wspact.wire.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** Whatever a server does, the library beneath writes neither to the log nor to the console of the user's build. */
@Isolated("looks at the standard streams and at the root of the log")
@Timeout(60)
class SilenceTest {
    private static final List<Script> NOISY = List.of(
            peer -> peer.refuse(401, List.of("WWW-Authenticate: Basic"), ""),
            peer -> peer.accept("Sec-WebSocket-Protocol: never-offered"),
            Connection::reset,
            peer -> peer.accept().reset(),
            peer -> peer.accept().frame(0xC1, new byte[3]),
            peer -> peer.accept().frame(0x81, new byte[] {(byte) 0xFF}),
            peer -> peer.accept().text("a".repeat(2_000)),
            peer -> peer.accept().close(999, ""),
            peer -> peer.accept().close(1000, "").text("late").ping("late"),
            peer -> {
                peer.accept();
                peer.untilGone(again -> again.ping("flood"));
            },
            peer -> {
                peer.accept().text("before the close");
                peer.closeWhenAsked();
            });

    @Test
    void nothing_is_logged_or_printed() throws Exception {
        BlockingQueue<String> logged = new LinkedBlockingQueue<>();
        Handler handler = recordingIn(logged);
        Logger root = Logger.getLogger("");
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream recorder = new PrintStream(printed, true, StandardCharsets.UTF_8);
        root.addHandler(handler);
        System.setOut(recorder);
        System.setErr(recorder);
        try {
            converseWithAll();
        } finally {
            System.setOut(out);
            System.setErr(err);
            root.removeHandler(handler);
        }

        assertThat(logged).isEmpty();
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static void converseWithAll() throws Exception {
        assertThat(NOISY).isNotEmpty();
        try (Client client = new Client();
                ScriptedServer server = ScriptedServer.startInOrder(NOISY.toArray(Script[]::new))) {
            for (int i = 0; i < NOISY.size(); i++) {
                ConnectOutcome outcome = client.connect(Client.limited(server.uri("/"), 1_000));
                if (outcome instanceof ConnectOutcome.Opened opened) {
                    try (Session session = opened.session()) {
                        session.next(dev.wspact.internal.time.Deadline.after(java.time.Duration.ofMillis(200)));
                    }
                }
            }
            assertThat(server.awaitNoConnection(Client.LONG)).isTrue();
        }
    }

    private static Handler recordingIn(BlockingQueue<String> logged) {
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getLoggerName() + ": " + entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.INFO);
        return handler;
    }
}
