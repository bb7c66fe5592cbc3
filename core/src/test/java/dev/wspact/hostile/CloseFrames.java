package dev.wspact.hostile;

/** Close frames that say what they must not, and what comes behind a close. */
enum CloseFrames implements Behavior {
    CODE_0(Offense.violation(
            "7.4",
            "close 0",
            Bytes.hex("88 02 00 00"),
            1002,
            "the close code 0 is outside of 1000 to 4999",
            "section 7.4")),
    CODE_999(Offense.violation(
            "7.4",
            "close 999",
            Bytes.hex("88 02 03 E7"),
            1002,
            "the close code 999 is outside of 1000 to 4999",
            "section 7.4")),
    CODE_1004(Offense.violation(
            "7.4",
            "close 1004",
            Bytes.hex("88 02 03 EC"),
            1002,
            "the close code 1004 is reserved and has no meaning",
            "section 7.4")),
    CODE_1005(Offense.violation(
            "7.4",
            "close 1005",
            Bytes.hex("88 02 03 ED"),
            1002,
            "the close code 1005 must not be sent in a close frame",
            "section 7.4")),
    CODE_1006(Offense.violation(
            "7.4",
            "close 1006",
            Bytes.hex("88 02 03 EE"),
            1002,
            "the close code 1006 must not be sent in a close frame",
            "section 7.4")),
    CODE_1015(Offense.violation(
            "7.4",
            "close 1015",
            Bytes.hex("88 02 03 F7"),
            1002,
            "the close code 1015 must not be sent in a close frame",
            "section 7.4")),
    CODE_1016(Offense.violation(
            "7.4",
            "close 1016",
            Bytes.hex("88 02 03 F8"),
            1002,
            "the close code 1016 is reserved and has no meaning",
            "section 7.4")),
    CODE_1100(Offense.violation(
            "7.4",
            "close 1100",
            Bytes.hex("88 02 04 4C"),
            1002,
            "the close code 1100 is reserved and has no meaning",
            "section 7.4")),
    CODE_2000(Offense.violation(
            "7.4",
            "close 2000",
            Bytes.hex("88 02 07 D0"),
            1002,
            "the close code 2000 is reserved and has no meaning",
            "section 7.4")),
    CODE_2999(Offense.violation(
            "7.4",
            "close 2999",
            Bytes.hex("88 02 0B B7"),
            1002,
            "the close code 2999 is reserved and has no meaning",
            "section 7.4")),
    CODE_5000(Offense.violation(
            "7.4",
            "close 5000",
            Bytes.hex("88 02 13 88"),
            1002,
            "the close code 5000 is outside of 1000 to 4999",
            "section 7.4")),
    CODE_65535(Offense.violation(
            "7.4",
            "close 65535",
            Bytes.hex("88 02 FF FF"),
            1002,
            "the close code 65535 is outside of 1000 to 4999",
            "section 7.4")),
    ONE_OCTET(Offense.violation(
            "5.5.1",
            "close of 1 octet",
            Bytes.hex("88 01 03"),
            1002,
            "the close frame has 1 byte of payload",
            "section 5.5.1")),
    REASON_NOT_UTF_8(Offense.violation(
            "5.5.1",
            "close with a bad UTF-8 reason",
            Bytes.hex("88 04 03 E8 C0 AF"),
            1007,
            "the reason of the close frame is not UTF-8",
            "section 5.5.1")),
    REASON_CUT_INSIDE_A_CHARACTER(Offense.violation(
            "5.5.1",
            "close with a bad UTF-8 reason",
            Bytes.hex("88 04 03 E8 E2 82"),
            1007,
            "the reason of the close frame is not UTF-8")),
    OF_200_OCTETS(Offense.violation(
            "5.5.1",
            "close of 200 octets",
            Bytes.hex("88 7E 00 C8 03 E8", 0x41, 198),
            1002,
            "a close frame has more than 125 bytes",
            "section 5.5")),
    DATA_AFTER_CLOSE(closed("data after close", 4002, "88 02 0F A2 81 01 41")),
    GARBAGE_AFTER_CLOSE(closed("data after close", 4002, "88 02 0F A2 FF FF FF FF FF FF FF FF")),
    FLOOD_AFTER_CLOSE(Offense.open(
            "5.5.1",
            "data after close",
            peer -> {
                peer.raw(Bytes.hex("88 02 0F A2"));
                Pace.flood(again -> again.text("late")).play(peer);
            },
            Expected.ended(4002, "the server closed the connection with 4002").hearing(4002))),
    TWO_CLOSES(closed("two closes", 4002, "88 02 0F A2 88 02 0F A3")),
    WITHOUT_A_CODE(closed("close without a code", 1005, "88 00")),
    BAD_GATEWAY(closed("close 1014", 1014, "88 02 03 F6"));

    @SuppressWarnings("ImmutableEnumChecker") // scripts keep no state
    private final Offense offense;

    CloseFrames(Offense offense) {
        this.offense = offense;
    }

    @Override
    public Offense offense() {
        return offense;
    }

    /** The client answers with the same code: section 5.5.1, it "typically echos the status code it received". */
    private static Offense closed(String line, int code, String bytes) {
        return Offense.open(
                "5.5.1",
                line,
                peer -> peer.raw(Bytes.hex(bytes)),
                Expected.ended(code, "the server closed the connection with " + code)
                        .hearing(code));
    }
}
