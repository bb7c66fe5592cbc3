package dev.wspact.internal.websocket.frame;

import dev.wspact.message.CloseStatus;

/**
 * What a close frame says (<a href="https://www.rfc-editor.org/rfc/rfc6455#section-5.5.1">RFC 6455 section 5.5.1</a>), and
 * which codes may stand in one (section 7.4, and the registry of close codes for 1012 to 1014).
 */
final class ClosePayload {
    private static final int FIRST_OF_LIBRARIES = 3000;
    private static final int LAST_OF_APPLICATIONS = 4999;

    private ClosePayload() {}

    static CloseStatus parse(byte[] payload) throws BrokenRuleException {
        if (payload.length == 0) {
            return new CloseStatus(CloseStatus.NO_STATUS, "");
        }
        if (payload.length == 1) {
            throw Rule.CLOSE_PAYLOAD.broken("the close frame has 1 byte of payload, and a close code has 2");
        }
        int code = ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF);
        if (!allowed(code)) {
            throw Rule.CLOSE_CODE.broken("the close code " + code + " " + why(code));
        }
        String reason = new Utf8Decoder().decode(payload, 2, payload.length - 2);
        if (reason == null) {
            throw Rule.CLOSE_REASON.broken("the reason of the close frame is not UTF-8");
        }
        return new CloseStatus(code, reason);
    }

    /** Whether a code may stand in a close frame. */
    static boolean allowed(int code) {
        return switch (code) {
            case 1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014 -> true;
            default -> code >= FIRST_OF_LIBRARIES && code <= LAST_OF_APPLICATIONS;
        };
    }

    private static String why(int code) {
        if (code == CloseStatus.NO_STATUS || code == CloseStatus.ABNORMAL || code == 1015) {
            return "must not be sent in a close frame";
        }
        if (code >= 1000 && code < FIRST_OF_LIBRARIES) {
            return "is reserved and has no meaning";
        }
        return "is outside of 1000 to 4999";
    }
}
