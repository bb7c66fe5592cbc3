package dev.wspact.internal.websocket.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.message.Opcode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random streams: correct ones join to the messages they were made of, and others fail with a violation or a limit, never
 * with anything else. {@code -Dwspact.fuzz.cases=1000000} runs a million; a failure names the seed of its case.
 */
class FrameFuzzTest {
    private static final int CASES = Integer.getInteger("wspact.fuzz.cases", 6_000);
    private static final long SEED = Long.getLong("wspact.fuzz.seed", 20_261_125L);
    private static final ReaderLimits LIMITS = new ReaderLimits(1 << 16, 1_000, 1_000, 1 << 16);
    private static final String[] WORDS = {"a", "price", "é", "€", "😀", "{\"type\":\"tick\"}", " ", "\n", "ß漢"};

    private interface Case {
        void run(Random random) throws Exception;
    }

    @Test
    void random_fragmentations_join_to_the_same_messages() {
        forEachSeed(random -> correct(random, random.nextBoolean() ? Role.CLIENT : Role.SERVER));
    }

    @Test
    void damaged_streams_fail_as_violations_or_limits() {
        int[] outcomes = new int[2];
        forEachSeed(random -> {
            var stream = new Stream(random, Role.SERVER);
            byte[] bytes = stream.bytes();
            for (int i = random.nextInt(3); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            outcomes[survives(random, Role.SERVER, stream.deflated, bytes) ? 1 : 0]++;
        });
        assertThat(outcomes[0]).isGreaterThan(CASES / 10);
        assertThat(outcomes[1]).isGreaterThan(CASES / 100);
    }

    @Test
    void random_bytes_fail_as_violations_or_limits() {
        forEachSeed(random -> {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            if (bytes.length > 1 && random.nextInt(4) > 0) {
                bytes[0] &= (byte) 0xCF;
                bytes[1] &= 0x7F;
            }
            survives(random, Role.SERVER, random.nextBoolean(), bytes);
        });
    }

    private static void forEachSeed(Case fuzz) {
        for (int i = 0; i < CASES; i++) {
            long seed = SEED + i;
            try {
                fuzz.run(new Random(seed));
            } catch (Throwable e) {
                throw new AssertionError("fails with -Dwspact.fuzz.cases=1 -Dwspact.fuzz.seed=" + seed, e);
            }
        }
    }

    private static void correct(Random random, Role sender) throws Exception {
        var stream = new Stream(random, sender);
        var heard = new Heard();
        try (MessageInflater inflater = stream.deflated ? new MessageInflater(stream.takeover) : null) {
            var reader = new MessageReader(sender, LIMITS, inflater, heard);
            readInPieces(random, reader, stream.bytes());
            assertThat(heard.messages.equals(stream.expected)).isTrue();
            assertThat(reader.midFrame() || reader.midMessage() || reader.ended())
                    .isFalse();
            assertThat(reader.frames()).isEqualTo(heard.frames.size());
        }
    }

    /** Whether the bytes were read to their end. */
    private static boolean survives(Random random, Role sender, boolean deflated, byte[] bytes) {
        try (MessageInflater inflater = deflated ? new MessageInflater(random.nextBoolean()) : null) {
            readInPieces(random, new MessageReader(sender, LIMITS, inflater, new Heard()), bytes);
            return true;
        } catch (ProtocolViolationException e) {
            assertThat(e.violation().closeCode()).isBetween(1002, 1010);
            return false;
        } catch (LimitExceededException e) {
            assertThat(e.closeCode()).isBetween(1008, 1009);
            return false;
        }
    }

    private static void readInPieces(Random random, MessageReader reader, byte[] bytes)
            throws ProtocolViolationException, LimitExceededException {
        int most = 1 + random.nextInt(random.nextBoolean() ? 5 : 2_000);
        int at = 0;
        while (at < bytes.length) {
            int count = Math.min(1 + random.nextInt(most), bytes.length - at);
            reader.read(ByteBuffer.wrap(bytes, at, count));
            at += count;
        }
    }

    /** A correct stream: messages in random fragments, control frames between them. */
    private static final class Stream {
        final List<String> expected = new ArrayList<>();
        final boolean deflated;
        final boolean takeover;
        private final Random random;
        private final Role sender;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Stream(Random random, Role sender) {
            this.random = random;
            this.sender = sender;
            this.deflated = random.nextInt(3) == 0;
            this.takeover = random.nextBoolean();
            var parameters = new DeflateParameters(!takeover, !takeover, 8 + random.nextInt(8), 8 + random.nextInt(8));
            try (var deflater = new MessageDeflater(parameters, sender)) {
                for (int i = random.nextInt(5); i >= 0; i--) {
                    addMessage(deflater);
                }
            }
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        private void addMessage(MessageDeflater deflater) {
            boolean text = random.nextBoolean();
            byte[] message = text ? text() : binary();
            boolean compressed = deflated && random.nextBoolean();
            ByteBuffer payload = compressed ? deflater.deflate(ByteBuffer.wrap(message)) : ByteBuffer.wrap(message);
            int fragmentBytes = 1 + random.nextInt(Math.max(1, payload.remaining()) * 2);
            Opcode opcode = text ? Opcode.TEXT : Opcode.BINARY;
            if (payload.remaining() / fragmentBytes > 50) {
                fragmentBytes = payload.remaining();
            }
            int rsv = compressed ? 4 : 0;
            for (ByteBuffer frame :
                    FrameWriter.fragments(sender, rsv, opcode, payload, fragmentBytes, random.nextInt())) {
                if (random.nextInt(4) == 0) {
                    addControl();
                }
                out.writeBytes(Heard.bytes(frame));
            }
            expected.add(text ? "text " + new String(message, StandardCharsets.UTF_8) : "binary " + Hex.of(message));
        }

        private void addControl() {
            byte[] payload = new byte[random.nextInt(126)];
            random.nextBytes(payload);
            boolean ping = random.nextBoolean();
            ByteBuffer frame = FrameWriter.frame(
                    sender, true, 0, ping ? Opcode.PING : Opcode.PONG, ByteBuffer.wrap(payload), random.nextInt());
            out.writeBytes(Heard.bytes(frame));
            expected.add((ping ? "ping " : "pong ") + Hex.of(payload));
        }

        private byte[] text() {
            var words = new StringBuilder();
            for (int i = random.nextInt(random.nextInt(20) == 0 ? 1_000 : 20); i > 0; i--) {
                words.append(WORDS[random.nextInt(WORDS.length)]);
            }
            return words.toString().getBytes(StandardCharsets.UTF_8);
        }

        private byte[] binary() {
            byte[] bytes = new byte[random.nextInt(random.nextInt(20) == 0 ? 5_000 : 100)];
            random.nextBytes(bytes);
            return bytes;
        }
    }
}
