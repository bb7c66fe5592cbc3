package dev.wspact.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.message.Payload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TreeSizeTest {
    private static final int MEBIBYTE = 1 << 20;

    @Test
    void a_small_message_is_not_looked_at() {
        assertThat(TreeSize.of(new Payload.Text("[{},".repeat(MEBIBYTE / 16)))).isZero();
        assertThat(TreeSize.of(Payload.Binary.of(new byte[MEBIBYTE / 4]))).isZero();
    }

    @Test
    void a_long_string_takes_some_times_its_length() {
        String text = "\"" + "x".repeat(MEBIBYTE) + "\"";

        assertThat(TreeSize.of(new Payload.Text(text))).isBetween(3L * MEBIBYTE, 6L * MEBIBYTE);
        assertThat(TreeSize.of(Payload.Binary.of(text.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(TreeSize.of(new Payload.Text(text)));
    }

    @Test
    void every_value_counts() {
        String objects = "[" + "{},".repeat(MEBIBYTE) + "{}]";
        String members = "{\"a\":[" + "12,".repeat(MEBIBYTE) + "12]}";

        assertThat(TreeSize.of(new Payload.Text(objects))).isGreaterThan(90L * MEBIBYTE);
        assertThat(TreeSize.of(new Payload.Text(members))).isGreaterThan(90L * MEBIBYTE);
    }

    @Test
    void letters_of_several_bytes_count_as_what_they_take() {
        assertThat(TreeSize.of(new Payload.Text("\"" + "€".repeat(MEBIBYTE) + "\"")))
                .isGreaterThan(TreeSize.of(new Payload.Text("\"" + "e".repeat(2 * MEBIBYTE) + "\"")));
    }

    @Test
    void what_is_no_json_counts_up_to_where_that_shows() {
        String valuesBehind = "[1,2,3 oops " + "{},".repeat(MEBIBYTE);
        long letters = 4L * valuesBehind.length();

        assertThat(TreeSize.of(new Payload.Text(valuesBehind))).isBetween(letters, letters + 1000);
        assertThat(TreeSize.of(Payload.Binary.of(new byte[MEBIBYTE]))).isEqualTo(4L * MEBIBYTE);
    }
}
