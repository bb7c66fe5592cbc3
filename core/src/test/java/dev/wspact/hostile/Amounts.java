package dev.wspact.hostile;

import dev.wspact.wire.Connection;
import dev.wspact.wire.Script;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Servers that send more than anyone needs (section 10.4). */
enum Amounts implements Behavior {
    ENDLESS_FRAGMENTS(open(
            "endless fragments",
            peer -> {
                peer.raw(Bytes.hex("01 01 22"));
                Pace.flood(again -> again.frame(0x00, new byte[1000])).play(peer);
            },
            Expected.givenUp(1009, "larger than 16777216 bytes", "messageBytes"))),
    ENDLESS_SMALL_FRAGMENTS(open(
            "endless fragments",
            peer -> {
                peer.raw(Bytes.hex("01 01 22"));
                Pace.flood(again -> again.raw(small())).play(peer);
            },
            Expected.givenUp(1008, "65537 fragments", "fragmentsPerMessage: 65536"))),
    ENDLESS_FRAGMENTS_BY_A_DEAF_SERVER(open(
            "endless fragments",
            peer -> {
                peer.raw(Bytes.hex("02 00"));
                Pace.deafFlood(again -> again.frame(0x00, new byte[1000])).play(peer);
            },
            Expected.givenUp(1009, "larger than 16777216 bytes", "messageBytes").hearing(1009, Expected.NOTHING))),
    ENDLESS_EMPTY_FRAGMENTS(open(
            "endless empty fragments",
            peer -> {
                peer.raw(Bytes.hex("01 00"));
                Pace.flood(again -> again.raw(new byte[2000])).play(peer);
            },
            Expected.givenUp(1008, "65537 fragments", "fragmentsPerMessage: 65536"))),
    PING_FLOOD(open(
            "ping flood",
            Pace.flood(again -> again.ping("are you there?")),
            Expected.givenUp(1008, "control frames came within a second", "controlFramesPerSecond: 1000"))),
    PING_FLOOD_BY_A_DEAF_SERVER(open(
            "ping flood",
            Pace.deafFlood(again -> again.ping("x".repeat(125))),
            Expected.givenUp(1008, "control frames came within a second").hearing(1008, Expected.NOTHING))),
    PINGS_BELOW_THE_LIMIT_BY_A_DEAF_SERVER(open(
            "ping flood",
            peer -> {
                for (int i = 0; i < 900; i++) {
                    peer.ping("x".repeat(125));
                }
                peer.text(TickContract.TICK);
            },
            Expected.passed())),
    PONG_FLOOD(open(
            "pong flood",
            Pace.flood(again -> again.frame(Connection.PONG, new byte[0])),
            Expected.givenUp(1008, "control frames came within a second", "controlFramesPerSecond: 1000"))),
    TEXT_FLOOD(open(
                    "text flood",
                    Pace.flood(again -> again.text("{\"type\":\"noise\"}")),
                    Expected.notSeen("a message that matches \"a tick\"", "noise"))
            .waitedOut()),
    TEXT_FLOOD_BY_A_DEAF_SERVER(open(
                    "text flood",
                    Pace.deafFlood(again -> again.text("{\"type\":\"noise\"}")),
                    Expected.notSeen("a message that matches \"a tick\"", "noise")
                            .hearing(1000, Expected.NOTHING))
            .waitedOut()),
    TEXT_FLOOD_OF_ENDLESS_TYPES(open(
                    "text flood",
                    peer -> {
                        AtomicLong number = new AtomicLong();
                        Pace.flood(again -> again.text(
                                        "{\"type\":\"" + number.incrementAndGet() + "x".repeat(1000) + "\"}"))
                                .play(peer);
                    },
                    Expected.notSeen("a message that matches \"a tick\"", "other types"))
            .waitedOut()),
    TEXT_FLOOD_OF_WRONG_TICKS(open(
                    "text flood",
                    Pace.flood(again -> again.text("{\"type\":\"tick\",\"price\":\"dear\"}")),
                    new Expected("failed", List.of("price", "dear"), Set.of(1000), Set.of(1000)))
            .waitedOut()),
    EMPTY_TEXT_FLOOD(open(
                    "text flood",
                    Pace.flood(again -> again.raw(emptyTexts())),
                    new Expected("failed", List.of("there is no JSON value"), Set.of(1000), Set.of(1000)))
            .waitedOut()),
    BINARY_FLOOD(open(
                    "text flood",
                    Pace.flood(again -> again.binary(new byte[100_000])),
                    new Expected("failed", List.of("a text message (rule: frame)"), Set.of(1000), Set.of(1000)))
            .waitedOut()),
    FIVE_MEBIBYTES(open("5 MiB", peer -> large(peer, 5), Expected.passed())),
    FIVE_MEBIBYTES_OF_BINARY(
            open("5 MiB", peer -> peer.binary(new byte[5 << 20]).text(TickContract.TICK), Expected.passed())),
    FIVE_MEBIBYTES_OF_A_TICK(open(
            "5 MiB",
            peer -> repeated(peer, "{\"type\":\"tick\",\"price\":12.5,\"note\":\"", "x", 5 << 20, "\"}"),
            Expected.passed())),
    FIFTEEN_MEBIBYTES(open("5 MiB", peer -> large(peer, 15), Expected.givenUp(1000, "MiB of memory to judge", "-Xmx"))),
    FIFTEEN_MEBIBYTES_OF_BINARY(open(
            "5 MiB",
            peer -> {
                peer.raw(ByteBuffer.allocate(10)
                        .put(Bytes.hex("82 7F"))
                        .putLong(15 << 20)
                        .array());
                for (int i = 0; i < 15; i++) {
                    peer.raw(new byte[1 << 20]);
                }
                peer.text(TickContract.TICK);
            },
            Expected.givenUp(1000, "MiB of memory to judge", "-Xmx"))),
    FIVE_MEBIBYTES_OF_EMPTY_OBJECTS(open(
            "5 MiB",
            peer -> repeated(peer, "[", "{},", 1 << 20, "{}]"),
            Expected.givenUp(1000, "MiB of memory to judge", "-Xmx"))),
    FIVE_MEBIBYTES_OF_OPEN_BRACKETS(
            open("5 MiB", peer -> repeated(peer, "", "[", 5 << 20, "").text(TickContract.TICK), Expected.passed())),
    THREE_MEBIBYTES_OF_LETTERS_OF_THREE_OCTETS(open(
            "5 MiB", peer -> repeated(peer, "\"", "\u20AC", 1 << 20, "\"").text(TickContract.TICK), Expected.passed())),
    FLOOD_OF_FIVE_MEBIBYTES(open(
                    "text flood",
                    Pace.flood(peer -> repeated(peer, "\"", "x", 5 << 20, "\"")),
                    Expected.notSeen("a message that matches \"a tick\""))
            .waitedOut()),
    FLOOD_OF_WRONG_TICKS_OF_A_MEBIBYTE(open(
                    "text flood",
                    Pace.flood(peer -> repeated(peer, "{\"type\":\"tick\",\"note\":\"", "x", 1 << 20, "\"}")),
                    new Expected("failed", List.of("price"), Set.of(1000), Set.of(1000)))
            .waitedOut()),
    SIXTY_FOUR_MEBIBYTES(open(
            "64 MiB",
            peer -> large(peer, 64),
            Expected.givenUp(1009, "larger than 16777216 bytes", "messageBytes").hearing(1009, Expected.NOTHING))),
    SIX_HUNDRED_MEBIBYTES(open(
            "600 MiB",
            peer -> large(peer, 600),
            Expected.givenUp(1009, "larger than 16777216 bytes", "messageBytes").hearing(1009, Expected.NOTHING))),
    SIX_HUNDRED_MEBIBYTES_IN_FRAGMENTS(open(
            "600 MiB",
            peer -> {
                peer.frame(0x01, "\"".getBytes(StandardCharsets.US_ASCII));
                byte[] mebibyte = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
                for (int i = 0; i < 600; i++) {
                    peer.frame(0x00, mebibyte);
                }
                peer.frame(0x80, "\"".getBytes(StandardCharsets.US_ASCII));
            },
            Expected.givenUp(1009, "larger than 16777216 bytes", "messageBytes").hearing(1009, Expected.NOTHING)));

    @SuppressWarnings("ImmutableEnumChecker") // scripts keep no state
    private final Offense offense;

    Amounts(Offense offense) {
        this.offense = offense;
    }

    @Override
    public Offense offense() {
        return offense;
    }

    private static Offense open(String line, Script script, Expected expected) {
        return Offense.open("10.4", line, script, expected);
    }

    /** A thousand continuations of one letter. */
    private static byte[] small() {
        return Bytes.hex("00 01 78 ".repeat(1000));
    }

    /** A thousand empty texts. */
    private static byte[] emptyTexts() {
        return Bytes.hex("81 00 ".repeat(1000));
    }

    /** A JSON string of that size, then a tick. */
    private static void large(Connection peer, int mebibytes) throws IOException {
        repeated(peer, "\"", "x", mebibytes << 20, "\"").text(TickContract.TICK);
    }

    /** A text in one frame, written in pieces so that the server itself needs no memory. */
    private static Connection repeated(Connection peer, String begin, String part, int times, String end)
            throws IOException {
        int perPiece = 1 << 12;
        byte[] one = part.getBytes(StandardCharsets.UTF_8);
        byte[] piece = part.repeat(perPiece).getBytes(StandardCharsets.UTF_8);
        long length = begin.length() + (long) times * one.length + end.length();
        peer.raw(ByteBuffer.allocate(10).put(Bytes.hex("81 7F")).putLong(length).array());
        peer.raw(begin);
        for (int sent = 0; sent < times; sent += perPiece) {
            peer.raw(piece);
        }
        return peer.raw(end);
    }
}
