package dev.wspact.internal.websocket.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wspact.message.CloseStatus;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {
    private static final String EVERYTHING =
            // Héllo whole; binary; "He" ping "llo" pong in fragments; an empty text; a binary in three fragments; close
            "81 06 48C3A96C6C6F  82 03 0102FF  01 02 4865  89 01 70  00 02 6C6C  8A 00  80 01 6F  81 00"
                    + "02 01 01  00 00  80 01 02  01 02 E282  80 01 AC  88 05 0FA1 627965";

    private final Heard heard = new Heard();

    @Test
    void joins_fragments_around_control_frames() throws Exception {
        assertThat(Heard.in(EVERYTHING).messages)
                .containsExactly(
                        "text Héllo",
                        "binary 01 02 FF",
                        "ping 70",
                        "pong ",
                        "text Hello",
                        "text ",
                        "binary 01 02",
                        "text €",
                        "close 4001 \"bye\"");
    }

    @Test
    void shows_every_frame_to_the_tap() throws Exception {
        assertThat(Heard.in(EVERYTHING).frames)
                .startsWith(
                        "1 text fin 6 48 C3 A9 6C",
                        "2 binary fin 3 01 02 FF",
                        "3 text 2 48 65",
                        "4 ping fin 1 70",
                        "5 continuation 2 6C 6C",
                        "6 pong fin 0 ",
                        "7 continuation fin 1 6F")
                .hasSize(14);
    }

    @Test
    void finds_the_same_at_every_cut() throws Exception {
        byte[] bytes = Heard.bytes(EVERYTHING);
        Heard whole = Heard.in(EVERYTHING);

        for (int first = 0; first <= bytes.length; first++) {
            for (int second = first; second <= bytes.length; second++) {
                var cut = new Heard();
                MessageReader reader = Heard.reader(Role.SERVER, cut);
                reader.read(ByteBuffer.wrap(bytes, 0, first));
                reader.read(ByteBuffer.wrap(bytes, first, second - first));
                reader.read(ByteBuffer.wrap(bytes, second, bytes.length - second));
                assertThat(cut.messages).isEqualTo(whole.messages);
                assertThat(cut.frames).isEqualTo(whole.frames);
            }
        }
    }

    @Test
    void leaves_what_is_behind_a_pause_and_goes_on_from_there() throws Exception {
        Heard whole = Heard.in(EVERYTHING);
        for (ByteBuffer bytes : List.of(
                ByteBuffer.wrap(
                        Heard.bytes("FFFF" + EVERYTHING),
                        2,
                        EVERYTHING.replace(" ", "").length() / 2),
                ByteBuffer.wrap(Heard.bytes(EVERYTHING)).asReadOnlyBuffer())) {
            var stopping = new Stopping();
            int reads = 0;
            while (bytes.hasRemaining()) {
                stopping.reader.read(bytes);
                reads++;
                assertThat(stopping.heard.messages).hasSize(reads);
            }
            assertThat(stopping.heard.messages).isEqualTo(whole.messages);
            assertThat(stopping.heard.frames).isEqualTo(whole.frames);
            assertThat(stopping.reader.discardedBytes()).isZero();
        }
    }

    @Test
    void leaves_nothing_behind_a_close_or_a_violation_even_if_paused() throws Exception {
        var stopping = new Stopping();
        ByteBuffer bytes = ByteBuffer.wrap(Heard.bytes("81 00  88 00  81 01 61"));
        stopping.reader.read(bytes);
        assertThat(bytes.remaining()).isEqualTo(5);
        stopping.reader.read(bytes);
        assertThat(bytes.hasRemaining()).isFalse();
        assertThat(stopping.reader.discardedBytes()).isEqualTo(3);

        var violated = new Stopping();
        ByteBuffer wrong = ByteBuffer.wrap(Heard.bytes("81 00  83 00  81 01 61"));
        violated.reader.read(wrong);
        assertThatThrownBy(() -> violated.reader.read(wrong)).isInstanceOf(ProtocolViolationException.class);
        assertThat(wrong.hasRemaining()).isFalse();
    }

    /** Stops the reader after each message and control frame. */
    private static final class Stopping implements MessageListener {
        private final Heard heard = new Heard();
        private final MessageReader reader = Heard.reader(Role.SERVER, this);

        @Override
        public void frame(FrameView frame) {
            heard.frame(frame);
        }

        @Override
        public void text(String message) {
            heard.text(message);
            reader.pause();
        }

        @Override
        public void binary(byte[] message) {
            heard.binary(message);
            reader.pause();
        }

        @Override
        public void ping(byte[] payload) {
            heard.ping(payload);
            reader.pause();
        }

        @Override
        public void pong(byte[] payload) {
            heard.pong(payload);
            reader.pause();
        }

        @Override
        public void close(CloseStatus status) {
            heard.close(status);
            reader.pause();
        }
    }

    @Test
    void unmasks_a_client_and_leaves_the_buffer_as_it_was() throws Exception {
        byte[] bytes = Heard.bytes("81 85 37FA213D 7F9F4D5158");

        Heard.reader(Role.CLIENT, heard).read(ByteBuffer.wrap(bytes));

        assertThat(heard.messages).containsExactly("text Hello");
        assertThat(bytes).isEqualTo(Heard.bytes("81 85 37FA213D 7F9F4D5158"));
    }

    @Test
    void unmasks_across_cuts() throws Exception {
        byte[] bytes = Heard.bytes("81 85 37FA213D 7F9F4D5158");
        MessageReader reader = Heard.reader(Role.CLIENT, heard);
        for (byte one : bytes) {
            reader.read(ByteBuffer.wrap(new byte[] {one}));
        }

        assertThat(heard.messages).containsExactly("text Hello");
    }

    @Test
    void takes_all_of_direct_read_only_and_offset_buffers() throws Exception {
        byte[] bytes = Heard.bytes("81 02 4869");
        MessageReader reader = Heard.reader(Role.SERVER, heard);
        ByteBuffer direct = ByteBuffer.allocateDirect(4).put(bytes).flip();
        ByteBuffer readOnly = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
        ByteBuffer slice =
                ByteBuffer.allocate(9).position(3).put(bytes).flip().position(3).slice();

        for (ByteBuffer each : new ByteBuffer[] {direct, readOnly, slice}) {
            reader.read(each);
            assertThat(each.hasRemaining()).isFalse();
        }
        assertThat(heard.messages).containsExactly("text Hi", "text Hi", "text Hi");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, 200_000})
    void reads_every_form_of_length(int length) throws Exception {
        String head = length < 126
                ? "82 %02X".formatted(length)
                : length < 65_536 ? "82 7E %04X".formatted(length) : "82 7F %016X".formatted(length);
        MessageReader reader = Heard.reader(Role.SERVER, heard);

        reader.read(ByteBuffer.wrap(Heard.bytes(head)));
        assertThat(reader.midFrame()).isEqualTo(length > 0);
        reader.read(ByteBuffer.wrap(new byte[length]));

        assertThat(heard.messages).hasSize(1);
        assertThat(heard.messages.get(0)).isEqualTo("binary " + Hex.of(new byte[length]));
        assertThat(reader.midFrame()).isFalse();
        assertThat(reader.midMessage()).isFalse();
    }

    @Test
    void knows_whether_it_is_inside_a_frame_or_a_message() throws Exception {
        MessageReader reader = Heard.reader(Role.SERVER, heard);
        assertThat(reader.midFrame()).isFalse();

        reader.read(ByteBuffer.wrap(Heard.bytes("01")));
        assertThat(reader.midFrame()).isTrue();
        assertThat(reader.midMessage()).isFalse();
        reader.read(ByteBuffer.wrap(Heard.bytes("01")));
        assertThat(reader.midFrame()).isTrue();
        reader.read(ByteBuffer.wrap(Heard.bytes("41")));
        assertThat(reader.midFrame()).isFalse();
        assertThat(reader.midMessage()).isTrue();
        reader.read(ByteBuffer.wrap(Heard.bytes("8000")));
        assertThat(reader.midMessage()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 4001, 4999})
    void accepts_the_registered_close_codes(int code) throws Exception {
        assertThat(Heard.in("88 02 %04X".formatted(code)).messages).containsExactly("close " + code);
    }

    @Test
    void reports_an_empty_close_as_1005_and_discards_what_follows() throws Exception {
        MessageReader reader = Heard.reader(Role.SERVER, heard);

        reader.read(ByteBuffer.wrap(Heard.bytes("88 00 81 01 41")));
        reader.read(ByteBuffer.wrap(Heard.bytes("88 00")));

        assertThat(heard.messages).containsExactly("close 1005");
        assertThat(reader.ended()).isTrue();
        assertThat(reader.discardedBytes()).isEqualTo(5);
    }

    @Test
    void finds_a_bad_byte_before_the_frame_has_ended() {
        MessageReader reader = Heard.reader(Role.SERVER, heard);

        assertThatThrownBy(() -> reader.read(ByteBuffer.wrap(Heard.bytes("81 7F 0000000000100000 41 C1"))))
                .isInstanceOf(ProtocolViolationException.class)
                .hasMessageContaining("byte 0xC1 at offset 1 of the message");
        assertThat(heard.frames).isEmpty();
    }

    @Test
    void refuses_a_length_over_the_limit_before_any_payload() {
        var thrown = limit(new ReaderLimits(1_000, 10, 10, 1_000), "82 7F 7FFFFFFFFFFFFFFF");

        assertThat(thrown.limit()).isEqualTo("messageBytes");
        assertThat(thrown.closeCode()).isEqualTo(1009);
        assertThat(thrown)
                .hasMessage("a frame announces 9223372036854775807 bytes of a message of which 0 have come"
                        + " (limit messageBytes: 1000)");
    }

    @Test
    void adds_up_the_fragments_of_a_message() {
        assertThat(limit(new ReaderLimits(3, 10, 10, 10), "02 02 0000 00 02 0000")
                        .limit())
                .isEqualTo("messageBytes");
        assertThat(limit(new ReaderLimits(9, 3, 10, 10), "02 00 00 00 00 00 00 00")
                        .closeCode())
                .isEqualTo(1008);
    }

    @Test
    void takes_exactly_what_the_limits_allow() throws Exception {
        var reader = new MessageReader(Role.SERVER, new ReaderLimits(4, 2, 2, 4), null, heard, () -> 0);

        reader.read(ByteBuffer.wrap(Heard.bytes("02 02 0000 80 02 0000 89 00 89 00 82 04 00000000")));

        assertThat(heard.messages).hasSize(4);
    }

    @Test
    void counts_control_frames_by_the_second() throws Exception {
        var clock = new AtomicLong();
        var reader = new MessageReader(Role.SERVER, new ReaderLimits(9, 9, 2, 9), null, heard, clock::get);
        reader.read(ByteBuffer.wrap(Heard.bytes("89 00 8A 00")));
        clock.set(1_000_000_000);
        reader.read(ByteBuffer.wrap(Heard.bytes("89 00 8A 00")));

        assertThatThrownBy(() -> reader.read(ByteBuffer.wrap(Heard.bytes("89 00"))))
                .isInstanceOf(LimitExceededException.class)
                .hasMessage("3 control frames came within a second (limit controlFramesPerSecond: 2)");
    }

    private LimitExceededException limit(ReaderLimits limits, String hex) {
        var reader = new MessageReader(Role.SERVER, limits, null, heard, () -> 0);
        return catchThrowableOfType(LimitExceededException.class, () -> reader.read(ByteBuffer.wrap(Heard.bytes(hex))));
    }
}
