package dev.wspact.internal.websocket.frame;

import dev.wspact.message.CloseStatus;

/** The rules that a frame can break: where they stand, and the status to fail the connection with. */
enum Rule {
    MASKING("RFC 6455 section 5.1", Rule.PROTOCOL_ERROR),
    RESERVED_BITS("RFC 6455 section 5.2", Rule.PROTOCOL_ERROR),
    RESERVED_OPCODE("RFC 6455 section 5.2", Rule.PROTOCOL_ERROR),
    LENGTH_FORM("RFC 6455 section 5.2", Rule.PROTOCOL_ERROR),
    FRAGMENTATION("RFC 6455 section 5.4", Rule.PROTOCOL_ERROR),
    CONTROL_FRAME("RFC 6455 section 5.5", Rule.PROTOCOL_ERROR),
    CLOSE_PAYLOAD("RFC 6455 section 5.5.1", Rule.PROTOCOL_ERROR),
    CLOSE_CODE("RFC 6455 section 7.4", Rule.PROTOCOL_ERROR),
    CLOSE_REASON("RFC 6455 section 5.5.1", Rule.INVALID_PAYLOAD),
    TEXT("RFC 6455 section 8.1", Rule.INVALID_PAYLOAD),
    COMPRESSED_BIT("RFC 7692 section 6.1", Rule.PROTOCOL_ERROR),
    COMPRESSED_DATA("RFC 7692 section 7.2.2", Rule.INVALID_PAYLOAD);

    private static final int PROTOCOL_ERROR = 1002;
    private static final int INVALID_PAYLOAD = 1007;

    private final String section;
    private final int closeCode;

    Rule(String section, int closeCode) {
        this.section = section;
        this.closeCode = closeCode;
    }

    /** Where the rule stands, as it is cited. */
    String section() {
        return section;
    }

    /** The {@linkplain CloseStatus#code() code} to close with. */
    int closeCode() {
        return closeCode;
    }

    /** The rule is broken, in this way: a clause that starts with what is wrong. */
    BrokenRuleException broken(String how) {
        return new BrokenRuleException(this, how);
    }
}
