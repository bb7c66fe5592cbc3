package dev.wspact.hostile;

/** Frames where they must not stand: fragments, and control frames that are none. */
enum FrameOrder implements Behavior {
    ORPHAN_CONTINUATION(Offense.violation(
            "5.4",
            "orphan continuation",
            Bytes.hex("80 01 41"),
            1002,
            "a continuation frame comes where no message is in flight",
            "section 5.4")),
    ORPHAN_CONTINUATION_THAT_GOES_ON(Offense.violation(
            "5.4",
            "orphan continuation",
            Bytes.hex("00 01 41"),
            1002,
            "a continuation frame comes where no message is in flight")),
    CONTINUATION_AFTER_A_WHOLE_MESSAGE(Offense.violation(
            "5.4",
            "orphan continuation",
            Bytes.hex("81 01 41 80 01 42"),
            1002,
            "frame 2: a continuation frame comes where no message is in flight")),
    TEXT_INSIDE_FRAGMENTS(Offense.violation(
            "5.4",
            "new message inside fragments",
            Bytes.hex("01 01 41 81 01 42"),
            1002,
            "frame 2: a text frame begins a message while the fragments of another have not ended",
            "section 5.4")),
    BINARY_INSIDE_FRAGMENTS(Offense.violation(
            "5.4",
            "new message inside fragments",
            Bytes.hex("01 01 41 02 01 42"),
            1002,
            "frame 2: a binary frame begins a message")),
    FRAGMENTED_PING(Offense.violation(
            "5.5",
            "fragmented control frames",
            Bytes.hex("09 01 41 80 01 42"),
            1002,
            "a ping frame is fragmented",
            "section 5.5")),
    FRAGMENTED_PONG(Offense.violation(
            "5.5", "fragmented control frames", Bytes.hex("0A 00"), 1002, "a pong frame is fragmented", "section 5.5")),
    FRAGMENTED_CLOSE(Offense.violation(
            "5.5",
            "fragmented control frames",
            Bytes.hex("08 02 03 E8"),
            1002,
            "a close frame is fragmented",
            "section 5.5")),
    PING_OF_126_OCTETS(Offense.violation(
            "5.5",
            "126-octet control frames",
            Bytes.hex("89 7E 00 7E", 0x41, 126),
            1002,
            "a ping frame has more than 125 bytes",
            "section 5.5")),
    PONG_OF_126_OCTETS(Offense.violation(
            "5.5",
            "126-octet control frames",
            Bytes.hex("8A 7E 00 7E", 0x41, 126),
            1002,
            "a pong frame has more than 125 bytes",
            "section 5.5")),
    CLOSE_OF_126_OCTETS(Offense.violation(
            "5.5",
            "126-octet control frames",
            Bytes.hex("88 7E 00 7E 03 E8", 0x41, 124),
            1002,
            "a close frame has more than 125 bytes",
            "section 5.5")),
    PING_WITH_A_64_BIT_LENGTH(Offense.violation(
            "5.5",
            "64-bit-form control frames",
            Bytes.hex("89 7F 00 00 00 00 00 00 00 01 41"),
            1002,
            "a ping frame has more than 125 bytes",
            "section 5.5")),
    CLOSE_WITH_A_64_BIT_LENGTH(Offense.violation(
            "5.5",
            "64-bit-form control frames",
            Bytes.hex("88 7F 00 00 00 00 00 00 00 02 03 E8"),
            1002,
            "a close frame has more than 125 bytes")),
    PING_INSIDE_FRAGMENTS_IS_FINE(Offense.open(
            "5.4",
            "new message inside fragments",
            peer -> peer.raw(Bytes.hex("01 0E 7B 22 74 79 70 65 22 3A 22 74 69 63 6B 22 89 01 41 00 00"))
                    .raw(Bytes.hex("80 0E 2C 22 70 72 69 63 65 22 3A 31 32 2E 35 7D")),
            Expected.passed()));

    @SuppressWarnings("ImmutableEnumChecker") // scripts keep no state
    private final Offense offense;

    FrameOrder(Offense offense) {
        this.offense = offense;
    }

    @Override
    public Offense offense() {
        return offense;
    }
}
