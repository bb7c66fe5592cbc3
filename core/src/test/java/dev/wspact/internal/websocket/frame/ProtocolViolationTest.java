package dev.wspact.internal.websocket.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of the protocol, broken by bytes written by hand; the texts are in a golden file. */
class ProtocolViolationTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "websocket", "protocol-violations.txt");

    private record Case(String name, Role sender, boolean deflate, String section, int closeCode, String hex) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case server(String name, String section, int closeCode, String hex) {
        return new Case(name, Role.SERVER, false, "RFC 6455 section " + section, closeCode, hex);
    }

    private static Case deflated(String name, String section, int closeCode, String hex) {
        return new Case(name, Role.SERVER, true, section, closeCode, hex);
    }

    static Stream<Case> cases() {
        return Stream.of(
                server("masked by the server", "5.1", 1002, "81 85 37FA213D 7F9F4D5158"),
                new Case("not masked by the client", Role.CLIENT, false, "RFC 6455 section 5.1", 1002, "81 01 41"),
                server("second frame masked", "5.1", 1002, "81 01 41 81 81 00000000 41"),
                server("RSV1", "5.2", 1002, "C1 01 41"),
                server("RSV2", "5.2", 1002, "A1 01 41"),
                server("RSV3", "5.2", 1002, "91 01 41"),
                server("all RSV", "5.2", 1002, "F1 01 41"),
                server("opcode 3", "5.2", 1002, "83 01 41"),
                server("opcode 7", "5.2", 1002, "87 00"),
                server("opcode B", "5.2", 1002, "8B 00"),
                server("opcode F", "5.2", 1002, "8F 00"),
                server("5 in 16 bits", "5.2", 1002, "81 7E 0005 48656C6C6F"),
                server("125 in 16 bits", "5.2", 1002, "82 7E 007D"),
                server("5 in 64 bits", "5.2", 1002, "81 7F 0000000000000005 48656C6C6F"),
                server("65535 in 64 bits", "5.2", 1002, "81 7F 000000000000FFFF"),
                server("length 2^63", "5.2", 1002, "82 7F 8000000000000000"),
                server("orphan continuation", "5.4", 1002, "80 01 41"),
                server("orphan continuation without fin", "5.4", 1002, "00 00"),
                server("continuation after a whole message", "5.4", 1002, "81 01 41 80 01 42"),
                server("text inside text", "5.4", 1002, "01 01 41 81 01 42"),
                server("binary inside text", "5.4", 1002, "01 01 41 02 01 42"),
                server("fragmented ping", "5.5", 1002, "09 01 41"),
                server("fragmented close", "5.5", 1002, "08 02 03E8"),
                server("ping of 126 bytes", "5.5", 1002, "89 7E 007E"),
                server("pong with a 64-bit length", "5.5", 1002, "8A 7F 0000000000010000"),
                server("close of 1 byte", "5.5.1", 1002, "88 01 03"),
                server("close reason not UTF-8", "5.5.1", 1007, "88 04 03E8 C0AF"),
                server("close reason cut", "5.5.1", 1007, "88 04 03E8 E282"),
                server("close 0", "7.4", 1002, "88 02 0000"),
                server("close 999", "7.4", 1002, "88 02 03E7"),
                server("close 1004", "7.4", 1002, "88 02 03EC"),
                server("close 1005", "7.4", 1002, "88 02 03ED"),
                server("close 1006", "7.4", 1002, "88 02 03EE"),
                server("close 1015", "7.4", 1002, "88 02 03F7"),
                server("close 1016", "7.4", 1002, "88 02 03F8"),
                server("close 1100", "7.4", 1002, "88 02 044C"),
                server("close 2000", "7.4", 1002, "88 02 07D0"),
                server("close 2999", "7.4", 1002, "88 02 0BB7"),
                server("close 5000", "7.4", 1002, "88 02 1388"),
                server("close 65535", "7.4", 1002, "88 02 FFFF"),
                server("text bad", "8.1", 1007, "81 03 41 FF 42"),
                server("text overlong", "8.1", 1007, "81 02 C0 AF"),
                server("text surrogate", "8.1", 1007, "81 03 ED A0 80"),
                server("text above U+10FFFF", "8.1", 1007, "81 04 F4 90 80 80"),
                server("text cut", "8.1", 1007, "81 02 E2 82"),
                server("text bad in a fragment that has not ended", "8.1", 1007, "01 02 41 E2 00 7E 0400 28 A1"),
                server("text cut at the end of fragments", "8.1", 1007, "01 01 E2 80 01 82"),
                server("long text bad at its end", "8.1", 1007, "81 2A" + "41".repeat(41) + "FF"),
                deflated("RSV1 on continuation", "RFC 7692 section 6.1", 1002, "41 03 F248CD C0 04 C9C90700"),
                deflated("RSV1 on ping", "RFC 7692 section 6.1", 1002, "C9 00"),
                deflated("RSV2 beside RSV1", "RFC 6455 section 5.2", 1002, "E1 01 00"),
                deflated("corrupt", "RFC 7692 section 7.2.2", 1007, "C1 03 FFFFFF"),
                deflated("cut", "RFC 7692 section 7.2.2", 1007, "C1 03 F248CD"),
                deflated("inflates to bad UTF-8", "RFC 6455 section 8.1", 1007, "C1 07 00 01 00 FE FF FF 00"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void names_section_and_status(Case wrong) {
        ProtocolViolation found = violation(wrong, Integer.MAX_VALUE);

        assertThat(found.section()).isEqualTo(wrong.section());
        assertThat(found.closeCode()).isEqualTo(wrong.closeCode());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void is_the_same_however_the_stream_is_cut(Case wrong) {
        ProtocolViolation whole = violation(wrong, Integer.MAX_VALUE);

        for (int cut = 1; cut < 8; cut++) {
            ProtocolViolation found = violation(wrong, cut);
            assertThat(found.rule()).isEqualTo(whole.rule());
            assertThat(found.frame()).isEqualTo(whole.frame());
        }
    }

    @Test
    void says_what_where_and_shows_the_bytes() throws IOException {
        List<String> lines = new ArrayList<>();
        cases().forEach(wrong -> lines.add(
                wrong.name() + "\n    " + violation(wrong, Integer.MAX_VALUE).text() + "\n"));
        String actual = String.join("", lines);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, actual);
        }

        assertThat(lines).hasSizeGreaterThan(50);
        assertThat(actual).isEqualTo(Files.readString(GOLDEN));
    }

    private static ProtocolViolation violation(Case wrong, int cut) {
        byte[] bytes = Heard.bytes(wrong.hex());
        try (MessageInflater inflater = wrong.deflate() ? new MessageInflater(false) : null) {
            var reader = new MessageReader(wrong.sender(), ReaderLimits.DEFAULT, inflater, new Heard());
            var thrown = catchThrowableOfType(ProtocolViolationException.class, () -> {
                for (int at = 0; at < bytes.length; at += Math.min(cut, bytes.length - at)) {
                    reader.read(ByteBuffer.wrap(bytes, at, Math.min(cut, bytes.length - at)));
                }
            });
            assertThat(thrown).as("no violation found").isNotNull();
            assertThat(reader.ended()).isTrue();
            return thrown.violation();
        }
    }
}
