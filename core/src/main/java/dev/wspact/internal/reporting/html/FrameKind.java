package dev.wspact.internal.reporting.html;

import dev.wspact.verdict.Judgment;
import org.jspecify.annotations.Nullable;

/** What a frame on a timeline is. Each kind has a shape of its own. */
enum FrameKind {
    SENT("sent", "sent", false),
    PASSED("passed", "as agreed", true),
    FAILED("failed", "breaks the contract", true),
    UNCONTRACTED("uncontracted", "uncontracted", true),
    AWAITED("awaited", "awaited by a step", true),
    RECEIVED("awaited", "not judged", true),
    CONTROL_SENT("control", "ping or pong", false),
    CONTROL_RECEIVED("control", "ping or pong", true),
    CLOSE_SENT("close", "close", false),
    CLOSE_RECEIVED("close", "close", true);

    private final String style;
    private final String words;
    private final boolean fromServer;

    FrameKind(String style, String words, boolean fromServer) {
        this.style = style;
        this.words = words;
        this.fromServer = fromServer;
    }

    static FrameKind of(@Nullable Judgment judgment) {
        if (judgment == null) {
            return RECEIVED;
        }
        return switch (judgment) {
            case PASSED -> PASSED;
            case FAILED -> FAILED;
            case UNCONTRACTED -> UNCONTRACTED;
            case AWAITED -> AWAITED;
            case NOT_JUDGED -> RECEIVED;
        };
    }

    /** Its class in the style sheet. */
    String style() {
        return style;
    }

    String words() {
        return words;
    }

    boolean fromServer() {
        return fromServer;
    }

    boolean isControl() {
        return this == CONTROL_SENT || this == CONTROL_RECEIVED;
    }

    boolean isClose() {
        return this == CLOSE_SENT || this == CLOSE_RECEIVED;
    }
}
