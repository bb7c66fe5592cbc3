package dev.wspact.internal.websocket.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wspact.message.CloseStatus;
import dev.wspact.message.Opcode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the examples of RFC 6455 section 5.7, and bytes written by hand. */
class FrameWriterTest {
    @Test
    void writes_the_examples_of_the_rfc() {
        assertThat(hex(FrameWriter.frame(Role.SERVER, true, 0, Opcode.TEXT, utf8("Hello"), 0x37fa213d)))
                .isEqualTo("81 05 48 65 6C 6C 6F");
        assertThat(hex(FrameWriter.frame(Role.CLIENT, true, 0, Opcode.TEXT, utf8("Hello"), 0x37fa213d)))
                .isEqualTo("81 85 37 FA 21 3D 7F 9F 4D 51 58");
        assertThat(FrameWriter.fragments(Role.SERVER, 0, Opcode.TEXT, utf8("Hello"), 3, 0))
                .extracting(FrameWriterTest::hex)
                .containsExactly("01 03 48 65 6C", "80 02 6C 6F");
        assertThat(hex(FrameWriter.frame(Role.CLIENT, true, 0, Opcode.PONG, utf8("Hello"), 0x37fa213d)))
                .isEqualTo("8A 85 37 FA 21 3D 7F 9F 4D 51 58");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 82 00",
        "125, 82 7D",
        "126, 82 7E 00 7E",
        "65535, 82 7E FF FF",
        "65536, 82 7F 00 00 00 00 00 01 00 00"
    })
    void uses_the_shortest_form_of_a_length(int length, String head) {
        byte[] frame =
                Heard.bytes(FrameWriter.frame(Role.SERVER, true, 0, Opcode.BINARY, ByteBuffer.allocate(length), 0));

        assertThat(Hex.of(Arrays.copyOf(frame, frame.length - length))).isEqualTo(head);
    }

    @Test
    void sets_the_reserved_bits_on_the_first_fragment_only() {
        assertThat(FrameWriter.fragments(Role.SERVER, 4, Opcode.BINARY, utf8("ab"), 1, 0))
                .extracting(FrameWriterTest::hex)
                .containsExactly("42 01 61", "80 01 62");
    }

    @Test
    void writes_an_empty_message_as_one_frame_and_leaves_the_payload_as_it_is() {
        ByteBuffer payload = utf8("abc");

        assertThat(FrameWriter.fragments(Role.SERVER, 0, Opcode.TEXT, utf8(""), 1, 0))
                .extracting(FrameWriterTest::hex)
                .containsExactly("81 00");
        FrameWriter.frame(Role.CLIENT, true, 0, Opcode.TEXT, payload, 7);
        assertThat(payload).isEqualTo(utf8("abc"));
    }

    @Test
    void writes_close_frames() {
        assertThat(hex(FrameWriter.close(Role.SERVER, new CloseStatus(4001, "bye"), 0)))
                .isEqualTo("88 05 0F A1 62 79 65");
        assertThat(hex(FrameWriter.close(Role.SERVER, new CloseStatus(CloseStatus.NO_STATUS, ""), 0)))
                .isEqualTo("88 00");
    }

    @Test
    void refuses_control_frames_that_are_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FrameWriter.frame(Role.SERVER, false, 0, Opcode.PING, utf8(""), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FrameWriter.close(Role.SERVER, new CloseStatus(1000, "x".repeat(124)), 0));
    }

    private static ByteBuffer utf8(String text) {
        return StandardCharsets.UTF_8.encode(text);
    }

    private static String hex(ByteBuffer frame) {
        return Hex.of(Heard.bytes(frame));
    }
}
