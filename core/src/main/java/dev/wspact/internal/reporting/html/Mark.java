package dev.wspact.internal.reporting.html;

import dev.wspact.internal.reporting.Words;
import java.time.Duration;

/**
 * One frame on a timeline: a message, fragments joined, or a control frame.
 *
 * @param at when, since the end of the opening handshake
 * @param kind what it is
 * @param number of the message, counted from 1 in its direction; 0 for a control frame
 * @param form what it is on the wire: {@code text, 12 bytes}
 * @param content the beginning of its payload, as it was seen
 * @param explained whether a mismatch about it is shown on the page
 */
record Mark(Duration at, FrameKind kind, long number, String form, String content, boolean explained) {
    /** In a few words, for who points at it. */
    String title() {
        String who = kind.fromServer() ? "server → client" : "client → server";
        String what = number == 0 ? form : "message " + number + ", " + kind.words() + ", " + form;
        return Words.latency(at) + ", " + who + ": " + what + (content.isEmpty() ? "" : " " + content);
    }
}
