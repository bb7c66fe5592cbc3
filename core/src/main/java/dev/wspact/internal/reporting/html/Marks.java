package dev.wspact.internal.reporting.html;

import dev.wspact.internal.reporting.Shortened;
import dev.wspact.internal.reporting.Words;
import dev.wspact.message.CapturedFrame;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Direction;
import dev.wspact.message.Opcode;
import dev.wspact.message.Payload;
import dev.wspact.verdict.ConnectionRecord;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Mismatch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What went over a connection, in the order of time, with all that is known of each frame. */
final class Marks {
    private static final int CONTENT = 160;
    private static final int BYTES = 24;

    private final ConnectionRecord connection;
    private final Map<Long, Duration> failing = new TreeMap<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    private Marks(Numbered contract, ConnectionRecord connection) {
        this.connection = connection;
        for (InteractionResult result : contract.result().interactions()) {
            for (Mismatch mismatch : Numbered.mismatches(result)) {
                Mismatch.Address address = mismatch.address();
                if (address.connection() == connection.number() && address.message() > 0) {
                    failing.putIfAbsent(address.message(), address.sinceOpen());
                }
            }
        }
    }

    static Marks of(Numbered contract, ConnectionRecord connection) {
        Marks marks = new Marks(contract, connection);
        marks.messages();
        marks.controlFrames();
        marks.failing.forEach(
                (number, at) -> marks.marks.add(new Mark(at, FrameKind.FAILED, number, "not kept", "", true)));
        marks.marks.sort(Comparator.comparing(Mark::at));
        return marks;
    }

    /** The frames in the order of time. */
    List<Mark> inOrder() {
        return marks;
    }

    List<Gap> gaps() {
        return gaps;
    }

    private void messages() {
        Map<Direction, CapturedMessage> before = new EnumMap<>(Direction.class);
        for (CapturedMessage message : connection.transcript().messages()) {
            CapturedMessage last = before.put(message.direction(), message);
            long missing = message.position() - 1 - (last == null ? 0 : last.position());
            if (missing > 0) {
                gaps.add(new Gap(last == null ? Duration.ZERO : last.sinceOpen(), message.sinceOpen(), missing));
            }
            marks.add(mark(message));
        }
    }

    private Mark mark(CapturedMessage message) {
        FrameKind kind = FrameKind.SENT;
        boolean explained = false;
        if (message.direction() == Direction.RECEIVED) {
            kind = FrameKind.of(connection.judgments().get(message.position()));
            explained = failing.remove(message.position()) != null;
            kind = explained ? FrameKind.FAILED : kind;
        }
        Payload payload = message.payload();
        String type = payload instanceof Payload.Text ? "text, " : "binary, ";
        return new Mark(
                message.sinceOpen(),
                kind,
                message.position(),
                type + Words.count(payload.sizeInBytes(), "byte"),
                content(payload),
                explained);
    }

    private static String content(Payload payload) {
        return payload instanceof Payload.Text text ? Shortened.text(text.value(), CONTENT) : hex(payload.toBytes());
    }

    private static String hex(byte[] bytes) {
        int shown = Math.min(bytes.length, BYTES);
        return HexFormat.of().formatHex(bytes, 0, shown) + (shown < bytes.length ? "…" : "");
    }

    private void controlFrames() {
        for (CapturedFrame frame : connection.transcript().frames().kept()) {
            boolean received = frame.direction() == Direction.RECEIVED;
            Opcode opcode = frame.head().opcode();
            byte[] payload = frame.start().toBytes();
            if (opcode == Opcode.PING || opcode == Opcode.PONG) {
                String name = opcode == Opcode.PING ? "ping" : "pong";
                add(frame, received ? FrameKind.CONTROL_RECEIVED : FrameKind.CONTROL_SENT, name, text(payload, 0));
            } else if (opcode == Opcode.CLOSE) {
                String name = payload.length < 2 ? "close without a code" : "close " + code(payload);
                add(frame, received ? FrameKind.CLOSE_RECEIVED : FrameKind.CLOSE_SENT, name, text(payload, 2));
            }
        }
    }

    private void add(CapturedFrame frame, FrameKind kind, String form, String content) {
        marks.add(new Mark(frame.sinceOpen(), kind, 0, form, content, false));
    }

    private static int code(byte[] payload) {
        return ((payload[0] & 0xff) << 8) | (payload[1] & 0xff);
    }

    private static String text(byte[] payload, int from) {
        if (payload.length <= from) {
            return "";
        }
        String text = new String(payload, from, payload.length - from, StandardCharsets.UTF_8);
        return text.contains("\uFFFD") ? hex(payload) : text;
    }

    /** How many frames there are of each kind. */
    static Map<FrameKind, Long> counts(List<Mark> marks) {
        Map<FrameKind, Long> counts = new EnumMap<>(FrameKind.class);
        marks.forEach(mark -> counts.merge(mark.kind(), 1L, Long::sum));
        return counts;
    }

    /** When the last of all this was; null if there is nothing. */
    @Nullable
    Duration last() {
        return marks.isEmpty() ? null : marks.get(marks.size() - 1).at();
    }
}
