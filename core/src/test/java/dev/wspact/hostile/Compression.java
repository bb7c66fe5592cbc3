package dev.wspact.hostile;

/** Compressed messages that are none, and such that nobody asked for. */
enum Compression implements Behavior {
    BOMB(frames(
            "RFC 7692",
            "bomb",
            Bytes.hex("C1 7E 04 00", 0x00, 1024),
            1002,
            "a reserved bit is set that no extension in use gives a meaning: RSV1")),
    CORRUPT(frames(
            "RFC 7692",
            "corrupt",
            Bytes.hex("C1 03 FF FF FF"),
            1002,
            "a reserved bit is set that no extension in use gives a meaning: RSV1")),
    RSV1_ON_CONTINUATION(frames(
            "RFC 7692",
            "RSV1 on continuation",
            Bytes.hex("01 01 41 C0 01 42"),
            1002,
            "frame 2: a reserved bit is set that no extension in use gives a meaning: RSV1")),
    RSV1_ON_PING(frames(
            "RFC 7692",
            "RSV1 on ping",
            Bytes.hex("C9 00"),
            1002,
            "a reserved bit is set that no extension in use gives a meaning: RSV1")),
    BAD_UTF_8(frames(
            "RFC 7692",
            "bad UTF-8 after inflating",
            Bytes.hex("C1 07 00 01 00 FE FF FF 00"),
            1002,
            "a reserved bit is set that no extension in use gives a meaning: RSV1")),
    BAD_PARAMETERS(Offense.answering(
            "RFC 7692",
            "bad parameters",
            peer -> peer.accept("Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=99"),
            Expected.rejected("Sec-WebSocket-Extensions", "server_max_window_bits=99")));

    @SuppressWarnings("ImmutableEnumChecker") // scripts keep no state
    private final Offense offense;

    Compression(Offense offense) {
        this.offense = offense;
    }

    @Override
    public Offense offense() {
        return offense;
    }

    private static Offense frames(String section, String line, byte[] bytes, int code, String... words) {
        return Offense.open(section, line, peer -> peer.raw(bytes), Expected.violation(code, words));
    }
}
