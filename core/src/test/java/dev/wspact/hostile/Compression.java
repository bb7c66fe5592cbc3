package dev.wspact.hostile;

import dev.wspact.verification.VerificationOptions;
import dev.wspact.wire.Script;
import java.nio.charset.StandardCharsets;

/** Compressed messages that are none, or that nobody asked for; and bad answers to the offer of compression (RFC 7692). */
enum Compression implements Behavior {
    TICK(agreed(
            "server_no_context_takeover ignored",
            "",
            peer -> peer.frame(0xC1, Deflated.last(tick())),
            Expected.passed())),
    TICK_BEHIND_ANOTHER_MESSAGE(agreed(
            "server_no_context_takeover ignored",
            "",
            peer -> peer.frame(0xC1, Deflated.last(noise())).frame(0xC1, Deflated.last(noise(), tick())),
            Expected.passed())),
    WINDOW_OF_EARLIER_MESSAGES_IN_SPITE_OF_THE_AGREEMENT(agreed(
            "server_no_context_takeover ignored",
            "; server_no_context_takeover",
            peer -> peer.frame(0xC1, Deflated.last(noise())).frame(0xC1, Deflated.last(noise(), noise())),
            Expected.violation(1007, "frame 2: the compressed message cannot be inflated", "RFC 7692"))),
    BOMB(agreed("bomb", "", peer -> peer.frame(0xC1, Deflated.zeros(64)), Expected.givenUp(1009, "inflatedBytes"))),
    BOMB_IN_FRAGMENTS(agreed(
            "bomb",
            "",
            peer -> {
                byte[] zeros = Deflated.zeros(1);
                peer.frame(0x42, zeros);
                Pace.flood(again -> again.frame(0x00, Bytes.hex("00 00 FF FF")).frame(0x00, zeros))
                        .play(peer);
            },
            Expected.givenUp(1009, "inflatedBytes"))),
    BOMB_THAT_NOBODY_AGREED_TO(notAgreed(
            "bomb",
            peer -> peer.frame(0xC1, Deflated.zeros(1)),
            Expected.violation(1002, "a reserved bit is set that no extension in use gives a meaning: RSV1"))),
    EMPTY_BLOCKS_WITHOUT_END(agreed(
            "bomb",
            "",
            peer -> {
                peer.frame(0x42, new byte[0]);
                Pace.flood(again -> again.frame(0x00, emptyBlocks())).play(peer);
            },
            Expected.givenUp(1009, "larger than 16777216 bytes", "messageBytes"))),
    CORRUPT(agreed(
            "corrupt",
            "",
            peer -> peer.raw(Bytes.hex("C1 03 FF FF FF")),
            Expected.violation(1007, "the compressed message cannot be inflated", "RFC 7692 section 7.2.2"))),
    CUT(agreed(
            "corrupt",
            "; server_no_context_takeover",
            peer -> peer.raw(Bytes.hex("C1 03 F2 48 CD")),
            Expected.violation(1007, "the compressed message is cut", "RFC 7692 section 7.2.2"))),
    RSV1_ON_CONTINUATION(agreed(
            "RSV1 on continuation",
            "",
            peer -> peer.raw(Bytes.hex("41 03 F2 48 CD C0 04 C9 C9 07 00")),
            Expected.violation(
                    1002, "frame 2: RSV1 (compressed) is set on a continuation frame", "RFC 7692 section 6.1"))),
    RSV1_ON_PING(agreed(
            "RSV1 on ping",
            "",
            peer -> peer.raw(Bytes.hex("C9 00")),
            Expected.violation(1002, "RSV1 (compressed) is set on a ping frame", "RFC 7692 section 6.1"))),
    RSV2_BESIDE_RSV1(agreed(
            "RSV1 on ping",
            "",
            peer -> peer.raw(Bytes.hex("E1 01 00")),
            Expected.violation(1002, "a reserved bit is set that no extension in use gives a meaning: RSV2"))),
    BAD_UTF_8(agreed(
            "bad UTF-8 after inflating",
            "",
            peer -> peer.raw(Bytes.hex("C1 07 00 01 00 FE FF FF 00")),
            Expected.violation(1007, "the text is not UTF-8: byte 0xFF at offset 0", "RFC 6455 section 8.1"))),
    BAD_WINDOW_BITS(rejected("permessage-deflate; server_max_window_bits=99", "server_max_window_bits")),
    WINDOW_BITS_OF_7(rejected("permessage-deflate; server_max_window_bits=7", "server_max_window_bits")),
    WINDOW_BITS_WITHOUT_A_NUMBER(rejected("permessage-deflate; server_max_window_bits", "server_max_window_bits")),
    UNKNOWN_PARAMETER(rejected("permessage-deflate; x-faster", "x-faster")),
    PARAMETER_TWICE(rejected(
            "permessage-deflate; server_no_context_takeover; server_no_context_takeover",
            "server_no_context_takeover")),
    PARAMETER_WITH_A_VALUE_IT_HAS_NOT(
            rejected("permessage-deflate; server_no_context_takeover=1", "server_no_context_takeover")),
    EXTENSION_TWICE(rejected("permessage-deflate, permessage-deflate", "permessage-deflate")),
    ANOTHER_EXTENSION(rejected("x-webkit-deflate-frame", "x-webkit-deflate-frame"));

    private static final ClientSetup OFFERING = ClientSetup.PLAIN.with(
            (ClientSetup.Options) url -> VerificationOptions.of(url).compression(true));

    @SuppressWarnings("ImmutableEnumChecker") // scripts keep no state
    private final Offense offense;

    Compression(Offense offense) {
        this.offense = offense;
    }

    @Override
    public Offense offense() {
        return offense.against(OFFERING);
    }

    private static Offense agreed(String line, String parameters, Script script, Expected expected) {
        Script accepting = peer -> {
            peer.accept("Sec-WebSocket-Extensions: permessage-deflate" + parameters);
            script.play(peer);
        };
        return Offense.answering("RFC 7692", line, accepting, expected);
    }

    private static Offense notAgreed(String line, Script script, Expected expected) {
        return Offense.open("RFC 7692", line, script, expected);
    }

    private static Offense rejected(String answer, String... words) {
        return Offense.answering(
                "RFC 7692",
                "bad parameters",
                peer -> peer.accept("Sec-WebSocket-Extensions: " + answer),
                Expected.rejected(words));
    }

    private static byte[] tick() {
        return TickContract.TICK.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] noise() {
        return "{\"type\":\"noise\",\"text\":\"hear the noise, hear the noise\"}".getBytes(StandardCharsets.UTF_8);
    }

    /** A thousand stored blocks of no length. */
    private static byte[] emptyBlocks() {
        return Bytes.hex("00 00 00 FF FF ".repeat(1000));
    }
}
