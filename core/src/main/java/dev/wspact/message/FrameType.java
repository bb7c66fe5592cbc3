package dev.wspact.message;

/**
 * The kind of data message, as its first frame's opcode says it
 * (<a href="https://www.rfc-editor.org/rfc/rfc6455#section-5.6">RFC 6455 section 5.6</a>).
 */
public enum FrameType {
    /** UTF-8 text, opcode 0x1. */
    TEXT,
    /** Arbitrary bytes, opcode 0x2. */
    BINARY
}
