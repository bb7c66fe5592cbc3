package dev.wspact.hostile;

/** Frames whose first bytes are wrong. */
enum FrameHeads implements Behavior {
    MASKED(Offense.violation(
            "5.1",
            "masked server frames",
            Bytes.hex("81 82 01 02 03 04 7B 7F"),
            1002,
            "frame 1: the frame is masked",
            "section 5.1",
            "81 82 01 02 03 04")),
    MASKED_WITH_ZEROS(Offense.violation(
            "5.1",
            "masked server frames",
            Bytes.hex("81 82 00 00 00 00 7B 7D"),
            1002,
            "the frame is masked",
            "section 5.1")),
    MASKED_PING(Offense.violation(
            "5.1", "masked server frames", Bytes.hex("89 80 01 02 03 04"), 1002, "the frame is masked", "section 5.1")),
    MASKED_CLOSE(Offense.violation(
            "5.1",
            "masked server frames",
            Bytes.hex("88 82 01 02 03 04 02 EA"),
            1002,
            "the frame is masked",
            "section 5.1")),
    SECOND_FRAME_MASKED(Offense.violation(
            "5.1",
            "masked server frames",
            Bytes.hex("89 00 81 80 00 00 00 00"),
            1002,
            "frame 2: the frame is masked",
            "section 5.1")),
    RSV1(Offense.violation(
            "5.2",
            "RSV1",
            Bytes.hex("C1 01 41"),
            1002,
            "a reserved bit is set that no extension in use gives a meaning: RSV1",
            "section 5.2")),
    RSV2(Offense.violation(
            "5.2",
            "RSV2",
            Bytes.hex("A1 01 41"),
            1002,
            "a reserved bit is set that no extension in use gives a meaning: RSV2",
            "section 5.2")),
    RSV3(Offense.violation(
            "5.2",
            "RSV3",
            Bytes.hex("91 01 41"),
            1002,
            "a reserved bit is set that no extension in use gives a meaning: RSV3",
            "section 5.2")),
    ALL_RESERVED_BITS_OF_A_PING(Offense.violation(
            "5.2",
            "RSV1",
            Bytes.hex("F9 00"),
            1002,
            "a reserved bit is set that no extension in use gives a meaning",
            "section 5.2")),
    OPCODE_3(Offense.violation(
            "5.2", "opcode 3", Bytes.hex("83 01 41"), 1002, "the opcode 0x3 is reserved", "section 5.2")),
    OPCODE_B(Offense.violation(
            "5.2", "opcode B", Bytes.hex("8B 00"), 1002, "the opcode 0xB is reserved", "section 5.2")),
    LENGTH_2_TO_63(Offense.violation(
            "5.2",
            "length 2^63",
            Bytes.hex("82 7F 80 00 00 00 00 00 00 00"),
            1002,
            "the highest bit of the 64-bit payload length is set",
            "section 5.2")),
    LENGTH_ALL_ONES(Offense.violation(
            "5.2",
            "length 2^63",
            Bytes.hex("82 7F FF FF FF FF FF FF FF FF"),
            1002,
            "the highest bit of the 64-bit payload length is set")),
    FIVE_IN_16_BITS(Offense.violation(
            "5.2",
            "long forms",
            Bytes.hex("81 7E 00 05 48 65 6C 6C 6F"),
            1002,
            "the payload length 5 is written in 16 bits",
            "section 5.2")),
    FIVE_IN_64_BITS(Offense.violation(
            "5.2",
            "long forms",
            Bytes.hex("81 7F 00 00 00 00 00 00 00 05 48 65 6C 6C 6F"),
            1002,
            "the payload length 5 is written in 64 bits",
            "section 5.2")),
    LENGTH_65535_IN_64_BITS(Offense.violation(
            "5.2",
            "long forms",
            Bytes.hex("82 7F 00 00 00 00 00 00 FF FF"),
            1002,
            "the payload length 65535 is written in 64 bits",
            "section 5.2")),
    LENGTH_2_TO_63_LESS_1(Offense.open(
            "5.2",
            "length 2^63-1",
            peer -> peer.raw(Bytes.hex("82 7F 7F FF FF FF FF FF FF FF")),
            Expected.givenUp(1009, "larger than 16777216 bytes", "messageBytes"))),
    LENGTH_2_TO_31(Offense.open(
            "5.2",
            "length 2^31",
            peer -> peer.raw(Bytes.hex("82 7F 00 00 00 00 80 00 00 00")),
            Expected.givenUp(1009, "larger than 16777216 bytes", "messageBytes"))),
    LENGTH_2_TO_32_PLUS_5(Offense.open(
            "5.2",
            "length 2^32+5",
            peer -> peer.raw(Bytes.hex("81 7F 00 00 00 01 00 00 00 05 48 65 6C 6C 6F")),
            Expected.givenUp(1009, "larger than 16777216 bytes", "messageBytes")));

    @SuppressWarnings("ImmutableEnumChecker") // scripts keep no state
    private final Offense offense;

    FrameHeads(Offense offense) {
        this.offense = offense;
    }

    @Override
    public Offense offense() {
        return offense;
    }
}
