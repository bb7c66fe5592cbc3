package dev.wspact.internal.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.message.CloseStatus;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameMeterTest {
    private static final int LIMIT = 70_000;

    private final FrameMeter meter = new FrameMeter(LIMIT);
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void finds_the_close_behind_any_frames_however_they_are_cut(long seed) {
        frame(0x81, 0)
                .frame(0x82, 125)
                .frame(0x81, 126)
                .frame(0x01, 65_535)
                .frame(0x89, 125)
                .frame(0x80, 4_465);
        frame(0x82, LIMIT).frame(0x8A, 0);
        close(4001, "läuft ab");
        int soundBytes = bytes.size();
        frame(0x81, 5);

        Random random = new Random(seed);
        byte[] all = bytes.toByteArray();
        int walked = 0;
        for (int at = 0; at < all.length; ) {
            byte[] piece = Arrays.copyOfRange(all, at, Math.min(all.length, at + 1 + random.nextInt(5_000)));
            walked += meter.walk(piece, piece.length);
            at += piece.length;
        }

        assertThat(walked).isEqualTo(soundBytes);
        assertThat(meter.foundTooLarge()).isFalse();
        assertThat(meter.close()).isEqualTo(new CloseStatus(4001, "läuft ab"));
    }

    @Test
    void finds_the_close_octet_by_octet() {
        frame(0x82, 300);
        close(1000, "");
        for (byte octet : bytes.toByteArray()) {
            assertThat(meter.close()).isNull();
            assertThat(meter.walk(new byte[] {octet}, 1)).isEqualTo(1);
        }
        assertThat(meter.close()).isEqualTo(new CloseStatus(1000, ""));
    }

    @Test
    void stops_before_the_frame_that_makes_a_message_too_large() {
        frame(0x81, 10).frame(0x01, LIMIT - 1).frame(0x89, 3).frame(0x00, 1);
        int sound = bytes.size();
        frame(0x80, 1);

        assertThat(meter.walk(bytes.toByteArray(), bytes.size())).isEqualTo(sound);
        assertThat(meter.foundTooLarge()).isTrue();
    }

    @Test
    void counts_each_message_by_itself() {
        for (int i = 0; i < 10; i++) {
            frame(0x82, LIMIT).frame(0x01, LIMIT / 2).frame(0x80, LIMIT / 2);
        }

        assertThat(meter.walk(bytes.toByteArray(), bytes.size())).isEqualTo(bytes.size());
        assertThat(meter.foundTooLarge()).isFalse();
    }

    @Test
    void a_limit_below_125_bytes_leaves_control_frames_alone() {
        FrameMeter small = new FrameMeter(10);
        frame(0x89, 125).frame(0x81, 10);
        int sound = bytes.size();
        frame(0x81, 11);

        assertThat(small.walk(bytes.toByteArray(), bytes.size())).isEqualTo(sound);
        assertThat(small.foundTooLarge()).isTrue();
    }

    @Test
    void walks_over_masked_frames_without_reading_them() {
        bytes.writeBytes(new byte[] {(byte) 0x81, (byte) 0x81, 1, 2, 3, 4, 'a'});
        bytes.writeBytes(new byte[] {(byte) 0x88, (byte) 0x82, 1, 2, 3, 4, 5, 6});
        close(1001, "");

        meter.walk(bytes.toByteArray(), bytes.size());
        assertThat(meter.close()).isEqualTo(new CloseStatus(1001, ""));
    }

    private FrameMeterTest frame(int firstByte, int length) {
        ByteBuffer head = ByteBuffer.allocate(10).put((byte) firstByte);
        if (length < 126) {
            head.put((byte) length);
        } else if (length < 1 << 16) {
            head.put((byte) 126).putShort((short) length);
        } else {
            head.put((byte) 127).putLong(length);
        }
        bytes.write(head.array(), 0, head.position());
        byte[] payload = new byte[length];
        Arrays.fill(payload, (byte) 0x88);
        bytes.writeBytes(payload);
        return this;
    }

    private void close(int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        bytes.write(0x88);
        bytes.write(2 + text.length);
        bytes.writeBytes(ByteBuffer.allocate(2 + text.length)
                .putShort((short) code)
                .put(text)
                .array());
    }
}
