package dev.wspact.internal.websocket.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8CheckTest {
    private final Utf8Decoder decoder = new Utf8Decoder();
    private final CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();

    /** The sequences of the Autobahn test suite, section 6. */
    @ParameterizedTest
    @CsvSource({
        "CEBAE1BDB9CF83CEBCCEB5EDA080656469746564, 12",
        "CEBAE1BDB9CF83CEBCCEB5F4908080656469746564, 12",
        "F888808080, 0",
        "FC8480808080, 0",
        "F7BFBFBF, 0",
        "FBBFBFBFBF, 0",
        "F4908080, 1",
        "80, 0",
        "BF, 0",
        "8080808080, 0",
        "C020, 0",
        "E08080, 1",
        "F0808080, 1",
        "C0AF, 0",
        "E080AF, 1",
        "F08080AF, 1",
        "C1BF, 0",
        "E09FBF, 1",
        "F08FBFBF, 1",
        "EDA080, 1",
        "EDADBF, 1",
        "EDBFBF, 1",
        "EDA080EDB080, 1",
        "FE, 0",
        "FF, 0",
        "41424344454647484142434445464748FF, 16",
        "C3C3, 1",
        "E28241, 2"
    })
    void finds_the_first_bad_byte(String hex, int bad) {
        byte[] bytes = Heard.bytes(hex);

        assertThat(new Utf8Check().firstBad(bytes, 0, bytes.length)).isEqualTo(bad);
        assertThat(decoder.decode(bytes, 0, bytes.length)).isNull();
        var bytewise = new Utf8Check();
        for (int i = 0; i <= bad; i++) {
            assertThat(bytewise.firstBad(bytes, i, i + 1)).isEqualTo(i == bad ? i : -1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00",
                "7F",
                "C280",
                "DFBF",
                "E0A080",
                "EFBFBF",
                "F0908080",
                "F48FBFBF",
                "ED9FBF",
                "EE8080",
                "EFBFBD",
                "F09FBFBE",
                "EFBFBE",
                "CEBAE1BDB9CF83CEBCCEB5",
                "48656C6C6F2DC2B540C39FC3B6C3A4C3BCC3A0C3A12D5554462D382121"
            })
    void accepts_what_is_right(String hex) {
        byte[] bytes = Heard.bytes(hex);
        var check = new Utf8Check();

        assertThat(check.firstBad(bytes, 0, bytes.length)).isEqualTo(-1);
        assertThat(check.complete()).isTrue();
        assertThat(decoder.decode(bytes, 0, bytes.length)).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
    }

    @Test
    void decodes_any_mix_of_runs_as_the_jdk_does() {
        String ascii = "x".repeat(40);
        String[] pieces = {"", "é", "€漢", "😀", "ab", ascii.substring(0, 31), ascii.substring(0, 32), ascii};
        for (String first : pieces) {
            for (String second : pieces) {
                for (String third : pieces) {
                    String text = first + second + third + first + second;
                    byte[] bytes = ("éa" + text + "€").getBytes(StandardCharsets.UTF_8);
                    assertThat(decoder.decode(bytes, 3, bytes.length - 6)).isEqualTo(text);
                }
            }
        }
    }

    /** All sequences of two bytes, and all of four with the interesting values of each. */
    @Test
    void agrees_with_the_strict_decoder_of_the_jdk() {
        int[] edges = {
            0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xFF
        };
        int accepted = 0;
        for (int first = 0; first < 256; first++) {
            for (int second = 0; second < 256; second++) {
                accepted += agree((byte) first, (byte) second);
                for (int third : edges) {
                    accepted += agree((byte) first, (byte) second, (byte) third);
                }
            }
            for (int second : edges) {
                for (int third : edges) {
                    for (int fourth : edges) {
                        accepted += agree((byte) first, (byte) second, (byte) third, (byte) fourth);
                    }
                }
            }
        }
        assertThat(accepted).isGreaterThan(10_000);
    }

    private int agree(byte... bytes) {
        var check = new Utf8Check();
        boolean ours = check.firstBad(bytes, 0, bytes.length) < 0 && check.complete();
        if (ours != decodes(bytes)) {
            throw new AssertionError("the JDK thinks otherwise of " + Hex.of(bytes));
        }
        String expected = ours ? new String(bytes, StandardCharsets.UTF_8) : null;
        if (!Objects.equals(expected, decoder.decode(bytes, 0, bytes.length))) {
            throw new AssertionError("the JDK decodes otherwise: " + Hex.of(bytes));
        }
        return ours ? 1 : 0;
    }

    private boolean decodes(byte[] bytes) {
        strict.reset();
        return !strict.decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length), true)
                .isError();
    }
}
