package dev.wspact.hostile;

/** Text messages that are not UTF-8. */
enum Texts implements Behavior {
    BAD_BYTE(Offense.violation(
            "8.1",
            "UTF-8 bad",
            Bytes.hex("81 03 41 FF 42"),
            1007,
            "the text is not UTF-8: byte 0xFF at offset 1",
            "section 8.1")),
    LONE_CONTINUATION_BYTE(Offense.violation(
            "8.1",
            "UTF-8 bad",
            Bytes.hex("81 01 80"),
            1007,
            "the text is not UTF-8: byte 0x80 at offset 0",
            "section 8.1")),
    TRUNCATED(Offense.violation(
            "8.1", "UTF-8 truncated", Bytes.hex("81 02 E2 82"), 1007, "it ends inside a character", "section 8.1")),
    SURROGATE(Offense.violation(
            "8.1",
            "UTF-8 surrogate",
            Bytes.hex("81 03 ED A0 80"),
            1007,
            "the text is not UTF-8: byte 0xA0 at offset 1",
            "section 8.1")),
    OVERLONG(Offense.violation(
            "8.1",
            "UTF-8 overlong",
            Bytes.hex("81 02 C0 AF"),
            1007,
            "the text is not UTF-8: byte 0xC0 at offset 0",
            "section 8.1")),
    OVERLONG_NUL(Offense.violation(
            "8.1",
            "UTF-8 overlong",
            Bytes.hex("81 03 E0 80 80"),
            1007,
            "the text is not UTF-8: byte 0x80 at offset 1",
            "section 8.1")),
    ABOVE_10FFFF(Offense.violation(
            "8.1",
            "UTF-8 above U+10FFFF",
            Bytes.hex("81 04 F4 90 80 80"),
            1007,
            "the text is not UTF-8: byte 0x90 at offset 1",
            "section 8.1")),
    BAD_IN_A_FRAGMENT_THAT_HAS_NOT_ENDED(Offense.violation(
            "8.1",
            "UTF-8 in fragments",
            Bytes.hex("01 01 41 00 7E 04 00 28 A1"),
            1007,
            "frame 2: the text is not UTF-8: byte 0xA1 at offset 2",
            "section 8.1")),
    BAD_ACROSS_FRAGMENTS(Offense.violation(
            "8.1",
            "UTF-8 in fragments",
            Bytes.hex("01 02 E2 82 80 01 28"),
            1007,
            "frame 2: the text is not UTF-8: byte 0x28 at offset 2",
            "section 8.1")),
    TRUNCATED_AT_THE_LAST_FRAGMENT(Offense.violation(
            "8.1",
            "UTF-8 in fragments",
            Bytes.hex("01 01 E2 80 01 82"),
            1007,
            "it ends inside a character",
            "section 8.1")),
    TRUNCATED_BY_AN_EMPTY_LAST_FRAGMENT(Offense.violation(
            "8.1",
            "UTF-8 in fragments",
            Bytes.hex("01 02 E2 82 80 00"),
            1007,
            "it ends inside a character",
            "section 8.1"));

    @SuppressWarnings("ImmutableEnumChecker") // scripts keep no state
    private final Offense offense;

    Texts(Offense offense) {
        this.offense = offense;
    }

    @Override
    public Offense offense() {
        return offense;
    }
}
