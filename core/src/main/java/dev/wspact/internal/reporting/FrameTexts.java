package dev.wspact.internal.reporting;

import dev.wspact.message.CapturedFrame;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Direction;
import dev.wspact.message.Opcode;
import dev.wspact.message.Transcript;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the frames of a connection add to its messages: pings and pongs, and into how many fragments a message was cut. */
record FrameTexts(Transcript.Frames frames) {
    /** Adds the pings and pongs from one time to before another, or to the end; of one kind in a row, their number. */
    void controlBetween(Duration from, @Nullable Duration to, List<String> parts) {
        Map<String, List<CapturedFrame>> byKind = new LinkedHashMap<>();
        for (CapturedFrame frame : frames.kept()) {
            Opcode opcode = frame.head().opcode();
            boolean inside = frame.sinceOpen().compareTo(from) >= 0
                    && (to == null || frame.sinceOpen().compareTo(to) < 0);
            if (inside && (opcode == Opcode.PING || opcode == Opcode.PONG)) {
                String kind = opcode.name().toLowerCase(Locale.ROOT);
                byKind.computeIfAbsent(SessionText.arrow(frame.direction()) + kind, key -> new ArrayList<>())
                        .add(frame);
            }
        }
        byKind.forEach((kind, some) -> parts.add(
                some.size() == 1
                        ? kind + payload(some.get(0).start().toBytes())
                        : kind.replaceFirst(" ", " " + some.size() + " ") + "s"));
    }

    /** {@code  (3 fragments)} behind a message that was cut; nothing if it was not, or if that is not known. */
    String fragmentsOf(CapturedMessage message) {
        List<CapturedFrame> fragments = of(message.direction(), message.position());
        if (fragments.size() < 2 || !complete(fragments)) {
            return "";
        }
        return " (" + fragments.size() + " fragments)";
    }

    /** Adds what has come of a message that never ended. */
    void unfinished(List<String> parts) {
        CapturedFrame last = null;
        for (CapturedFrame frame : frames.kept()) {
            if (frame.direction() == Direction.RECEIVED && frame.message() > 0) {
                last = frame;
            }
        }
        if (last != null && !last.head().fin()) {
            List<CapturedFrame> fragments = of(Direction.RECEIVED, last.message());
            long bytes =
                    fragments.stream().mapToLong(frame -> frame.head().length()).sum();
            boolean whole = fragments.get(0).head().opcode() != Opcode.CONTINUATION && frames.omitted() == 0;
            parts.add("← a message that did not end: " + (whole ? "" : "at least ")
                    + Words.count(fragments.size(), "fragment") + ", " + Words.count(bytes, "byte"));
        }
    }

    private List<CapturedFrame> of(Direction direction, long message) {
        return frames.kept().stream()
                .filter(frame -> frame.direction() == direction && frame.message() == message)
                .toList();
    }

    /** Whether no fragment lies where frames were omitted; between fragments there may be control frames. */
    private boolean complete(List<CapturedFrame> fragments) {
        CapturedFrame first = fragments.get(0);
        CapturedFrame last = fragments.get(fragments.size() - 1);
        long between = frames.kept().stream()
                .filter(frame -> frame.direction() == first.direction()
                        && frame.number() >= first.number()
                        && frame.number() <= last.number())
                .count();
        return first.head().opcode() != Opcode.CONTINUATION
                && last.head().fin()
                && between == last.number() - first.number() + 1;
    }

    private static String payload(byte[] bytes) {
        if (bytes.length == 0) {
            return "";
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean printable = text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
        return printable ? " \"" + Shortened.text(text, SessionText.BYTES) + "\"" : " " + SessionText.hex(bytes);
    }
}
