package dev.wspact.internal.websocket.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageBufferTest {
    private final MessageBuffer buffer = new MessageBuffer();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 65_535, 65_536, 65_537, 262_144, 327_680, 327_681, 3_000_000})
    void joins_what_was_appended_whatever_the_pieces(int size) {
        Random random = new Random(size);
        for (int largest : new int[] {1000, 70_000, 600_000}) {
            byte[] message = fill(size, largest, random);

            assertThat(buffer.length()).isEqualTo(size);
            assertThat(Arrays.copyOf(buffer.array(), size)).isEqualTo(message);
            assertThat(buffer.take()).isEqualTo(message);
            assertThat(buffer.length()).isZero();
        }
    }

    @Test
    void goes_on_after_all_of_it_was_wanted() {
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        byte[] part = new byte[100_000];
        for (int i = 1; i <= 5; i++) {
            Arrays.fill(part, (byte) i);
            buffer.append(part, 0, part.length);
            expected.writeBytes(part);

            assertThat(Arrays.copyOf(buffer.array(), buffer.length())).isEqualTo(expected.toByteArray());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 65_536, 65_537, 1_000_000})
    void gives_out_arrays_that_later_messages_do_not_change(int size) {
        byte[] message = fill(size, size, new Random(size));
        byte[] first = buffer.take();
        fill(size, size, new Random(size + 1));

        assertThat(first).isEqualTo(message);
    }

    private byte[] fill(int size, int largest, Random random) {
        byte[] message = new byte[size];
        random.nextBytes(message);
        int at = 0;
        while (at < size) {
            int part = Math.min(size - at, random.nextInt(largest + 1));
            buffer.append(message, at, part);
            at += part;
        }
        return message;
    }
}
