package dev.wspact.internal.websocket.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.message.Opcode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compressed messages, on the examples of RFC 7692 section 7.2.3 and on what our own deflater writes. */
class PermessageDeflateTest {
    private final Heard heard = new Heard();

    @ParameterizedTest
    @CsvSource({
        "one block, C1 07 F248CDC9C90700, true",
        "in fragments, 41 03 F248CD 80 04 C9C90700, true",
        "no compression, C1 0B 000500FAFF48656C6C6F00, true",
        "final block, C1 08 F348CDC9C9070000, true",
        "two blocks, C1 0D F248050000 00FFFFCAC9C90700, true",
        "a ping between, 41 03 F248CD 89 00 80 04 C9C90700, true",
        "one block without takeover, C1 07 F248CDC9C90700, false",
        "final block without takeover, C1 08 F348CDC9C9070000, false"
    })
    void inflates_the_examples_of_the_rfc(String name, String hex, boolean takeover) throws Exception {
        read(takeover, hex);

        assertThat(heard.messages).as(name).contains("text Hello");
    }

    @Test
    void keeps_the_window_from_message_to_message() throws Exception {
        read(true, "C1 07 F248CDC9C90700 C1 05 F200110000");

        assertThat(heard.messages).containsExactly("text Hello", "text Hello");
    }

    @Test
    void has_no_window_left_where_none_was_agreed() {
        assertThatThrownBy(() -> read(false, "C1 07 F248CDC9C90700 C1 05 F200110000"))
                .isInstanceOf(ProtocolViolationException.class)
                .hasMessageStartingWith("frame 2: the compressed message cannot be inflated");
    }

    @Test
    void reads_an_empty_message_and_uncompressed_ones_between() throws Exception {
        read(true, "C1 01 00 81 02 4869 C1 07 F248CDC9C90700");

        assertThat(heard.messages).containsExactly("text ", "text Hi", "text Hello");
    }

    @Test
    void finds_bad_text_while_it_inflates() {
        // FE in a stored block, then more of the fragment to come
        assertThatThrownBy(() -> read(true, "41 06 000100FEFFFE"))
                .isInstanceOf(ProtocolViolationException.class)
                .hasMessageContaining("byte 0xFE at offset 0")
                .hasMessageContaining("8.1");
    }

    @Test
    void ends_a_bomb_at_the_limit() {
        byte[] bomb = deflated(new byte[64 << 20]);
        var limits = new ReaderLimits(1 << 20, 10, 10, 100_000);
        ByteBuffer frame = FrameWriter.frame(Role.SERVER, true, 4, Opcode.BINARY, ByteBuffer.wrap(bomb), 0);

        try (var inflater = new MessageInflater(true)) {
            var reader = new MessageReader(Role.SERVER, limits, inflater, heard);
            assertThatThrownBy(() -> reader.read(frame))
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessageContaining("inflates to 106496 bytes or more (limit inflatedBytes: 100000)");
        }
        assertThat(heard.messages).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true,15", "false,15", "true,8", "true,9", "false,10", "true,14"})
    void inflates_what_it_deflates(boolean takeover, int windowBits) throws Exception {
        var parameters = new DeflateParameters(!takeover, !takeover, windowBits, windowBits);
        List<String> expected = new ArrayList<>();
        try (var deflater = new MessageDeflater(parameters, Role.SERVER);
                var inflater = MessageInflater.of(parameters, Role.SERVER)) {
            var reader = new MessageReader(Role.SERVER, ReaderLimits.DEFAULT, inflater, heard);
            var random = new Random(7);
            for (int length : new int[] {0, 1, 5, 0, 0, 255, 256, 257, 1_000, 8_192, 70_000, 300_000, 3}) {
                byte[] message = new byte[length];
                for (int i = 0; i < length; i++) {
                    message[i] = (byte) (length > 100_000 ? random.nextInt() : random.nextInt(4));
                }
                expected.add("binary " + Hex.of(message));
                ByteBuffer payload = deflater.deflate(ByteBuffer.wrap(message));
                reader.read(FrameWriter.frame(Role.SERVER, true, 4, Opcode.BINARY, payload, 0));
            }
        }
        assertThat(heard.messages.equals(expected)).isTrue();
    }

    /** Each piece can be inflated with nothing before it, so nothing in it refers farther back than the piece is long. */
    @Test
    void never_refers_back_farther_than_the_window() throws Exception {
        var parameters = new DeflateParameters(false, false, 15, 8);
        try (var deflater = new MessageDeflater(parameters, Role.CLIENT);
                var inflater = new MessageInflater(false)) {
            ByteBuffer twice =
                    deflater.deflate(ByteBuffer.wrap("abcdefgh".repeat(64).getBytes(StandardCharsets.UTF_8)));
            String hex = Hex.of(Heard.bytes(twice)) + " 00 00 FF FF";
            String[] pieces = hex.split("(?<=00 00 FF FF) ?");

            assertThat(pieces).hasSize(2).doesNotContain("");
            for (String piece : pieces) {
                byte[] bytes = Heard.bytes(piece);
                var reader = new MessageReader(Role.SERVER, ReaderLimits.DEFAULT, inflater, heard);
                reader.read(FrameWriter.frame(
                        Role.SERVER, true, 4, Opcode.TEXT, ByteBuffer.wrap(bytes, 0, bytes.length - 4), 0));
            }
            assertThat(heard.messages)
                    .containsExactly("text " + "abcdefgh".repeat(32), "text " + "abcdefgh".repeat(32));
        }
    }

    @Test
    void compresses() {
        var parameters = new DeflateParameters(false, false, 15, 15);
        try (var deflater = new MessageDeflater(parameters, Role.CLIENT)) {
            ByteBuffer text = ByteBuffer.wrap("{\"type\":\"tick\",\"price\":12.5}".getBytes(StandardCharsets.UTF_8));
            assertThat(deflater.deflate(text).remaining()).isGreaterThan(12);
            assertThat(deflater.deflate(text).remaining()).isLessThan(12);
        }
    }

    private void read(boolean takeover, String hex) throws Exception {
        try (var inflater = new MessageInflater(takeover)) {
            var reader = new MessageReader(Role.SERVER, ReaderLimits.DEFAULT, inflater, heard);
            for (byte one : Heard.bytes(hex)) {
                reader.read(ByteBuffer.wrap(new byte[] {one}));
            }
        }
    }

    private static byte[] deflated(byte[] plain) {
        var deflater = new Deflater(9, true);
        try {
            deflater.setInput(plain);
            byte[] room = new byte[1 << 20];
            return Arrays.copyOf(room, deflater.deflate(room, 0, room.length, Deflater.SYNC_FLUSH) - 4);
        } finally {
            deflater.end();
        }
    }
}
