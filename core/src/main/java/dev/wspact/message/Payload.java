package dev.wspact.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * Application data of one WebSocket message: RFC 6455 knows text and binary, nothing else
 * (<a href="https://www.rfc-editor.org/rfc/rfc6455#section-5.6">section 5.6</a>).
 */
public sealed interface Payload {
    /** The kind of data message this payload travels in. */
    FrameType frameType();

    /** Length of the application data in bytes as it travels. */
    int sizeInBytes();

    /** A copy of the application data as it travels; UTF-8 for text. */
    byte[] toBytes();

    /**
     * UTF-8 text data (opcode 0x1).
     *
     * @param value the text
     */
    record Text(String value) implements Payload {
        /** Rejects a missing text. */
        public Text {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public FrameType frameType() {
            return FrameType.TEXT;
        }

        @Override
        public int sizeInBytes() {
            int size = 0;
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                // a surrogate pair is four bytes, two for each half
                size += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
            }
            return size;
        }

        @Override
        public byte[] toBytes() {
            return value.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Binary data (opcode 0x2). A class, not a record: a record would leak and compare the array by identity. */
    final class Binary implements Payload {
        private final byte[] bytes;

        private Binary(byte[] bytes) {
            this.bytes = bytes;
        }

        /** A payload with a copy of these bytes. */
        public static Binary of(byte[] bytes) {
            return new Binary(bytes.clone());
        }

        /** A payload with a copy of what remains in the buffer; the buffer's position does not change. */
        public static Binary of(ByteBuffer buffer) {
            byte[] copy = new byte[buffer.remaining()];
            buffer.duplicate().get(copy);
            return new Binary(copy);
        }

        @Override
        public FrameType frameType() {
            return FrameType.BINARY;
        }

        @Override
        public int sizeInBytes() {
            return bytes.length;
        }

        @Override
        public byte[] toBytes() {
            return bytes.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Binary binary && Arrays.equals(bytes, binary.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return bytes.length + " bytes";
        }
    }
}
