package dev.wspact.internal.websocket.frame;

/**
 * How the other side broke the protocol.
 *
 * @param rule what is wrong, in words
 * @param section the specification and the section that forbids it
 * @param closeCode the status to fail the connection with
 * @param frame the frame's number on this connection in this direction, from 1
 * @param bytes the frame's head and the start of its payload (unmasked) in hex; ends with … if there is more
 */
public record ProtocolViolation(String rule, String section, int closeCode, long frame, String bytes) {
    /** All of it in one line. */
    public String text() {
        return "frame " + frame + ": " + rule + " (" + section + "); bytes: " + bytes;
    }
}
