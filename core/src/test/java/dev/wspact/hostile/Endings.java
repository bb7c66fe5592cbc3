package dev.wspact.hostile;

import dev.wspact.wire.Connection;
import dev.wspact.wire.Script;

/** Connections that end otherwise than section 7.1 has it, or do not end. */
enum Endings implements Behavior {
    FIN_WITHOUT_CLOSE(brokenOff("FIN without close", Connection::drop)),
    RST_WITHOUT_CLOSE(brokenOff("RST without close", Connection::reset)),
    FIN_INSIDE_A_HEAD(brokenOff(
            "FIN inside a frame", peer -> peer.raw(Bytes.hex("81 7E 01")).drop())),
    FIN_INSIDE_A_FRAME(brokenOff(
            "FIN inside a frame", peer -> peer.raw(Bytes.hex("81 1C 7B 22 74")).drop())),
    FIN_INSIDE_A_MESSAGE(brokenOff("FIN inside a message", peer -> peer.raw(Bytes.hex("01 02 7B 22 00 01 74"))
            .drop())),
    CLOSE_WITHOUT_FIN(Offense.open(
            "7.1",
            "close without FIN",
            peer -> peer.raw(Bytes.hex("88 02 03 E9")),
            Expected.ended(1001, "the server closed the connection with 1001").hearing(1001))),
    CLOSE_NEVER_ANSWERED(Offense.open(
            "7.1",
            "close never answered",
            peer -> {
                peer.text(TickContract.TICK).awaitClose();
                peer.holdSilently();
            },
            Expected.passed().hearing(Expected.NOTHING))),
    CLOSE_ANSWERED_WITHOUT_FIN(Offense.open(
            "7.1",
            "close without FIN",
            peer -> {
                peer.text(TickContract.TICK).awaitClose();
                peer.raw(Bytes.hex("88 02 03 E8"));
                peer.holdSilently();
            },
            Expected.passed().hearing(Expected.NOTHING))),
    CLOSE_ANSWERED_WITH_A_FLOOD(Offense.open(
            "7.1",
            "close never answered",
            peer -> {
                peer.text(TickContract.TICK).awaitClose();
                Pace.deafFlood(again -> again.text("more")).play(peer);
            },
            Expected.passed().hearing(Expected.NOTHING)));

    @SuppressWarnings("ImmutableEnumChecker") // scripts keep no state
    private final Offense offense;

    Endings(Offense offense) {
        this.offense = offense;
    }

    @Override
    public Offense offense() {
        return offense;
    }

    private static Offense brokenOff(String line, Script script) {
        return Offense.open("7.1", line, script, Expected.ended(1006));
    }
}
