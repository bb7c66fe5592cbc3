package dev.wspact.mock;

import dev.wspact.message.CloseStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/**
 * Something that goes wrong on a mock provider's side, for tests of a client's resilience. Messages are counted from 0 as
 * they are sent by the mock provider: {@code afterMessages} 0 means before the first, as soon as the connection is open.
 */
public sealed interface Fault {
    /**
     * The opening handshake is refused, whatever the contract says.
     *
     * @param status the HTTP status of the answer, 300 to 599
     */
    record RefuseHandshake(int status) implements Fault {
        /** Rejects what is no refusal. */
        public RefuseHandshake {
            if (status < 300 || status > 599) {
                throw new IllegalArgumentException("a refusal has a status of 300 to 599, but was " + status);
            }
        }
    }

    /**
     * The TCP connection is reset without a close frame: the client sees 1006.
     *
     * @param afterMessages after how many messages sent
     */
    record DropConnection(int afterMessages) implements Fault {
        /** Rejects a negative count. */
        public DropConnection {
            atLeast(0, afterMessages, "afterMessages");
        }
    }

    /**
     * The connection is closed.
     *
     * @param status with this code and reason
     * @param afterMessages after how many messages sent
     */
    record CloseConnection(CloseStatus status, int afterMessages) implements Fault {
        /** A control frame has room for 125 bytes, two of which are the code (RFC 6455 section 5.5.1). */
        private static final int LONGEST_REASON = 123;

        /** Rejects codes and reasons that cannot stand in a close frame. */
        public CloseConnection {
            int code = status.code();
            if (code < CloseStatus.NORMAL || code > 4999 || code == CloseStatus.ABNORMAL || code == 1015) {
                throw new IllegalArgumentException(
                        "a close frame has a code of 1000 to 4999 but for 1006 and 1015, or 1005 for none, but was "
                                + code);
            }
            if (status.reason().getBytes(StandardCharsets.UTF_8).length > LONGEST_REASON) {
                throw new IllegalArgumentException(
                        "the reason of a close has at most " + LONGEST_REASON + " bytes in UTF-8, but was " + status);
            }
            atLeast(0, afterMessages, "afterMessages");
        }
    }

    /**
     * Nothing is sent any more: no message, no ping, no pong, no answer to a close. The connection stays open.
     *
     * @param afterMessages after how many messages sent
     */
    record GoSilent(int afterMessages) implements Fault {
        /** Rejects a negative count. */
        public GoSilent {
            atLeast(0, afterMessages, "afterMessages");
        }
    }

    /**
     * Every message is sent so much later.
     *
     * @param by how much later
     */
    record Delay(Duration by) implements Fault {
        /** Rejects a negative duration. */
        public Delay {
            Objects.requireNonNull(by, "by");
            if (by.isNegative()) {
                throw new IllegalArgumentException("by must not be negative, but was " + by);
            }
        }
    }

    /** Every message is sent twice. */
    record Duplicate() implements Fault {}

    /**
     * Messages change places in pairs: the 2nd is sent before the 1st, the 4th before the 3rd. A message that no other
     * follows within 200 ms is sent alone.
     */
    record Reorder() implements Fault {}

    /**
     * Every message is cut into fragments.
     *
     * @param bytes the most bytes of payload in a fragment
     */
    record Fragment(int bytes) implements Fault {
        /** Rejects fragments without room for a byte. */
        public Fragment {
            atLeast(1, bytes, "bytes");
        }
    }

    /**
     * Something is sent that makes no sense; the connection stays open.
     *
     * @param kind what
     * @param afterMessages after how many messages sent
     */
    record SendGarbage(Garbage kind, int afterMessages) implements Fault {
        /** Rejects a negative count. */
        public SendGarbage {
            Objects.requireNonNull(kind, "kind");
            atLeast(0, afterMessages, "afterMessages");
        }
    }

    /**
     * Nothing is read any more, so that what the client sends piles up in its own buffers.
     *
     * @param afterMessages after how many messages sent
     */
    record StopReading(int afterMessages) implements Fault {
        /** Rejects a negative count. */
        public StopReading {
            atLeast(0, afterMessages, "afterMessages");
        }
    }

    /** What makes no sense. */
    enum Garbage {
        /** A text message that is no JSON, since it is cut off. Allowed by RFC 6455, so a client should survive it. */
        MALFORMED_JSON,
        /** A text message that is not UTF-8: RFC 6455 section 8.1 has the client fail the connection. */
        INVALID_UTF8,
        /** A frame with an opcode that does not exist: RFC 6455 section 5.2 has the client fail the connection. */
        RESERVED_OPCODE
    }

    private static void atLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", but was " + value);
        }
    }
}
