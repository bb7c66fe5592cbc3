package dev.wspact.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.internal.time.Deadline;
import dev.wspact.internal.websocket.frame.DataListener;
import dev.wspact.internal.websocket.frame.DeflateOffer;
import dev.wspact.internal.websocket.frame.DeflateParameters;
import dev.wspact.internal.websocket.frame.FrameWriter;
import dev.wspact.internal.websocket.frame.LimitExceededException;
import dev.wspact.internal.websocket.frame.MessageDeflater;
import dev.wspact.internal.websocket.frame.MessageInflater;
import dev.wspact.internal.websocket.frame.MessageReader;
import dev.wspact.internal.websocket.frame.ProtocolViolationException;
import dev.wspact.internal.websocket.frame.ReaderLimits;
import dev.wspact.internal.websocket.frame.Role;
import dev.wspact.message.CapturedFrame;
import dev.wspact.message.CloseStatus;
import dev.wspact.message.Direction;
import dev.wspact.message.Headers;
import dev.wspact.message.Opcode;
import dev.wspact.message.Payload;
import dev.wspact.verification.Limits;
import dev.wspact.verification.Tls;
import dev.wspact.wire.ClientFrame;
import dev.wspact.wire.Connection;
import dev.wspact.wire.ScriptedServer;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** permessage-deflate on a connection, against a server that speaks it by our codec, or breaks it by hand. */
@Timeout(60)
class CompressionTest {
    private static final int COMPRESSED_TEXT = 0xC1;
    private static final String LINE = "{\"type\":\"tick\",\"price\":12.5,\"unit\":\"€\"}";

    private final Client client = new Client();

    @AfterEach
    void no_thread_is_left() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "permessage-deflate",
                "permessage-deflate; server_no_context_takeover",
                "permessage-deflate; client_no_context_takeover; server_no_context_takeover",
                "permessage-deflate; client_max_window_bits=9; server_max_window_bits=10"
            })
    void messages_are_inflated_and_deflated_as_agreed(String answer) throws Exception {
        DeflateParameters agreed = parameters(answer);
        CompletableFuture<String> offered = new CompletableFuture<>();
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    offered.complete(String.join(", ", peer.request().headers().values("Sec-WebSocket-Extensions")));
                    peer.accept("Sec-WebSocket-Extensions: " + answer);
                    echo(peer, agreed, 20);
                    peer.closeWhenAsked();
                });
                Session session = client.open(compressing(server.uri("/")))) {
            assertThat(offered.get(Client.LONG.toSeconds(), TimeUnit.SECONDS))
                    .isEqualTo("permessage-deflate; client_max_window_bits");
            for (int i = 0; i < 20; i++) {
                Payload message = i % 3 == 0
                        ? Payload.Binary.of((i + LINE.repeat(i * 100)).getBytes(StandardCharsets.UTF_8))
                        : new Payload.Text(i % 5 == 1 ? "" : i + LINE.repeat(i));
                session.send(message, Deadline.after(Client.LONG));
                assertThat(Client.nextPayload(session)).isEqualTo(message);
            }
            List<CapturedFrame> frames = session.history().frames().kept();
            assertThat(frames).hasSize(40).allMatch(frame -> frame.head().compressed());
            assertThat(frames)
                    .filteredOn(frame -> frame.head().opcode() == Opcode.BINARY)
                    .filteredOn(frame -> frame.message() > 1)
                    .isNotEmpty()
                    .allMatch(frame -> frame.head().length() < 10_000);
        }
    }

    /** A server that inflates what comes and deflates it again. */
    private static void echo(Connection peer, DeflateParameters agreed, int messages) throws Exception {
        try (var inflater = MessageInflater.of(agreed, Role.CLIENT);
                var deflater = new MessageDeflater(agreed, Role.SERVER)) {
            var heard = new Heard();
            var reader = new MessageReader(Role.CLIENT, ReaderLimits.DEFAULT, inflater, heard);
            for (int i = 0; i < messages; i++) {
                Payload message = heard.next(peer, reader);
                ByteBuffer deflated = deflater.deflate(ByteBuffer.wrap(message.toBytes()));
                byte[] bytes = new byte[deflated.remaining()];
                deflated.get(bytes);
                peer.frame(message instanceof Payload.Text ? COMPRESSED_TEXT : COMPRESSED_TEXT + 1, bytes);
            }
        }
    }

    @Test
    void a_server_may_decline_and_may_leave_single_messages_uncompressed() throws Exception {
        BlockingQueue<Integer> firstBytes = new LinkedBlockingQueue<>();
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            if (peer.number() == 1) {
                peer.accept();
            } else {
                peer.accept("Sec-WebSocket-Extensions: permessage-deflate");
            }
            peer.text("plain");
            firstBytes.add(peer.nextFrame().firstByte());
            peer.closeWhenAsked();
        })) {
            for (int expected : new int[] {0x81, COMPRESSED_TEXT}) {
                try (Session session = client.open(compressing(server.uri("/")))) {
                    assertThat(Client.nextPayload(session)).hasToString("plain");
                    session.send(new Payload.Text("x"), Deadline.after(Client.LONG));
                    assertThat(firstBytes.poll(Client.LONG.toSeconds(), TimeUnit.SECONDS))
                            .isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            permessage-deflate; server_max_window_bits=16                       | server_max_window_bits
            permessage-deflate; client_max_window_bits                          | client_max_window_bits has no value
            permessage-deflate; unheard_of                                      | no parameter "unheard_of"
            permessage-deflate; server_no_context_takeover; server_no_context_takeover | stands there twice
            permessage-deflate, permessage-deflate                              | more than one extension
            x-webkit-deflate-frame                                              | which was not offered
            """)
    void an_answer_that_the_offer_does_not_allow_is_unsound(String answer, String problem) throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            peer.accept("Sec-WebSocket-Extensions: " + answer);
            peer.holdSilently();
        })) {
            assertThat(client.connect(compressing(server.uri("/"))))
                    .isInstanceOfSatisfying(ConnectOutcome.Unsound.class, unsound -> {
                        assertThat(unsound.rule()).isEqualTo("Sec-WebSocket-Extensions");
                        assertThat(unsound.expected())
                                .isEqualTo("none, or what \"permessage-deflate; client_max_window_bits\" allows");
                        assertThat(unsound.actual()).contains(problem, answer);
                    });
        }
    }

    @Test
    void two_header_lines_are_two_extensions() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            peer.accept("Sec-WebSocket-Extensions: permessage-deflate", "Sec-WebSocket-Extensions: permessage-deflate");
            peer.holdSilently();
        })) {
            assertThat(client.connect(compressing(server.uri("/")))).isInstanceOf(ConnectOutcome.Unsound.class);
        }
    }

    @Test
    void a_compressed_frame_that_nobody_agreed_on_is_a_violation() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.accept().frame(COMPRESSED_TEXT, new byte[] {1});
                    peer.closeWhenAsked();
                });
                Session session = client.open(compressing(server.uri("/")))) {
            assertThat(Client.next(session)).isInstanceOfSatisfying(SessionEvent.Violated.class, violated -> {
                assertThat(violated.problem()).contains("RSV1");
                assertThat(violated.status().code()).isEqualTo(1002);
            });
        }
    }

    @Test
    void data_that_cannot_be_inflated_is_a_violation() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.accept("Sec-WebSocket-Extensions: permessage-deflate")
                            .frame(COMPRESSED_TEXT, new byte[] {(byte) 0xFF, (byte) 0xFF});
                    peer.closeWhenAsked();
                });
                Session session = client.open(compressing(server.uri("/")))) {
            assertThat(Client.next(session)).isInstanceOfSatisfying(SessionEvent.Violated.class, violated -> {
                assertThat(violated.problem()).contains("cannot be inflated", "RFC 7692");
                assertThat(violated.status().code()).isEqualTo(1007);
            });
        }
    }

    @Test
    void a_bomb_is_given_up_at_the_limit_on_the_inflated_size() throws Exception {
        DeflateParameters agreed = parameters("permessage-deflate");
        Limits limits = Limits.builder().inflatedBytes(100_000).build();
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            peer.accept("Sec-WebSocket-Extensions: permessage-deflate");
            try (var deflater = new MessageDeflater(agreed, Role.SERVER)) {
                ByteBuffer deflated = deflater.deflate(ByteBuffer.allocate(50_000_000));
                byte[] bomb = new byte[deflated.remaining()];
                deflated.get(bomb);
                peer.frame(COMPRESSED_TEXT + 1, bomb);
            }
            peer.closeWhenAsked();
        })) {
            Session session = client.open(new ConnectRequest(
                    server.uri("/"), Headers.NONE, List.of(), Route.direct(Tls.DEFAULT), limits, true));
            assertThat(Client.next(session)).isInstanceOfSatisfying(SessionEvent.Abandoned.class, abandoned -> {
                assertThat(abandoned.problem()).contains("inflates to", "100000");
                assertThat(abandoned.remedy()).contains("inflatedBytes");
            });
            session.close();
            assertThat(session.history().closing())
                    .isEqualTo(new FrameHistory.Closing(Direction.SENT, new CloseStatus(1009, "")));
        }
    }

    private static DeflateParameters parameters(String answer) throws Exception {
        return DeflateParameters.parse(DeflateOffer.DEFAULT, answer);
    }

    private static ConnectRequest compressing(URI url) {
        return new ConnectRequest(url, Headers.NONE, List.of(), Route.direct(Tls.DEFAULT), Limits.DEFAULT, true);
    }

    /** Reads the client's frames one by one and keeps the messages in them. */
    private static final class Heard extends DataListener {
        private final List<Payload> messages = new ArrayList<>();

        Payload next(Connection peer, MessageReader reader) throws Exception {
            while (messages.isEmpty()) {
                ClientFrame frame = peer.nextFrame();
                try {
                    reader.read(FrameWriter.frame(
                            Role.CLIENT,
                            frame.last(),
                            frame.firstByte() >> 4 & 7,
                            Objects.requireNonNull(Opcode.of(frame.opcode())),
                            ByteBuffer.wrap(frame.payload()),
                            5));
                } catch (ProtocolViolationException | LimitExceededException e) {
                    throw new AssertionError("the client sent what it must not", e);
                }
            }
            return messages.remove(0);
        }

        @Override
        public void text(String message) {
            messages.add(new Payload.Text(message));
        }

        @Override
        public void binary(byte[] message) {
            messages.add(Payload.Binary.of(message));
        }
    }
}
