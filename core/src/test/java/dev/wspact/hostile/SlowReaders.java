package dev.wspact.hostile;

import dev.wspact.wire.Connection;
import dev.wspact.wire.Script;
import java.time.Duration;

/** Servers that do not read what the client sends. */
enum SlowReaders implements Behavior {
    NEVER_READS(sendsMuch(
                    SlowReaders::pingUntilGone,
                    Expected.givenUp(1006, "does not read").hearing(Expected.NOTHING))
            .waitedOut(longEnough())),
    NEVER_READS_AND_FLOODS(sendsMuch(
                    Pace.deafFlood(again -> again.text("{\"type\":\"noise\"}")),
                    Expected.givenUp(1006, "does not read").hearing(Expected.NOTHING))
            .waitedOut(longEnough())),
    READS_AN_OCTET_NOW_AND_THEN(sendsMuch(
                    SlowReaders::readOctets,
                    Expected.givenUp(1006, "does not read").hearing(Expected.NOTHING))
            .waitedOut(longEnough())),
    READS_LATE(sendsMuch(
            peer -> {
                Pace.pause(300);
                for (int i = 0; i < 12; i++) {
                    peer.nextMessage();
                }
                peer.text(TickContract.TICK);
            },
            Expected.passed()));

    @SuppressWarnings("ImmutableEnumChecker") // scripts keep no state
    private final Offense offense;

    SlowReaders(Offense offense) {
        this.offense = offense;
    }

    @Override
    public Offense offense() {
        return offense;
    }

    private static final int MESSAGES = 12;
    private static final int LENGTH = 1 << 20;

    /** What fits into the buffers of the system must be sent before, also on a busy machine. */
    private static Duration longEnough() {
        return Duration.ofSeconds(3);
    }

    private static Offense sendsMuch(Script script, Expected expected) {
        return Offense.open("ideas", "slow reader", script, expected)
                .against(ClientSetup.PLAIN.with(() -> TickContract.sending(MESSAGES, LENGTH)));
    }

    /** A server that does not read learns only by writing that the client has gone. */
    private static void pingUntilGone(Connection peer) throws Exception {
        peer.untilGone(again -> {
            again.ping("");
            Pace.pause(100);
        });
    }

    private static void readOctets(Connection peer) throws Exception {
        try {
            peer.untilGone(again -> {
                again.readBytes(1);
                again.ping("");
                Pace.pause(100);
            });
        } finally {
            // the rest begins inside a frame
            peer.holdSilently();
        }
    }
}
