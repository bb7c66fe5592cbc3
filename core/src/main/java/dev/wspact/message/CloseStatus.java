package dev.wspact.message;

import java.util.Objects;

/**
 * How a connection ended (<a href="https://www.rfc-editor.org/rfc/rfc6455#section-7.4">RFC 6455 section 7.4</a>).
 *
 * @param code the close code; {@link #NO_STATUS} for a close frame without one, {@link #ABNORMAL} when no close frame came
 * @param reason the close reason, empty if none was given
 */
public record CloseStatus(int code, String reason) {
    /** The connection has done what it was made for. */
    public static final int NORMAL = 1000;
    /** A close frame without a status; never on the wire. */
    public static final int NO_STATUS = 1005;
    /** The connection ended without a close frame; never on the wire. */
    public static final int ABNORMAL = 1006;

    /** Rejects a missing reason. */
    public CloseStatus {
        Objects.requireNonNull(reason, "reason");
    }

    @Override
    public String toString() {
        return reason.isEmpty() ? String.valueOf(code) : code + " \"" + reason + "\"";
    }
}
