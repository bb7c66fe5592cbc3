package dev.wspact.internal.reporting.html;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.internal.reporting.Shortened;
import dev.wspact.message.Payload;
import dev.wspact.verdict.Mismatch;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A message with its mismatches in it: its lines on the left, and beside each line that is wrong what the contract asks
 * for. Lines far from any mismatch are folded.
 */
final class MessageView {
    /** Lines shown before and after one that is wrong. */
    private static final int CONTEXT = 4;
    /** A document of no more lines is shown whole. */
    private static final int WHOLE = 24;

    private static final int LINE = 400;
    private static final int VALUE = 600;
    private static final int BYTES_A_LINE = 16;
    private static final int LINES_OF_BYTES = 16;

    private final List<String> lines;
    private final Map<Integer, List<Mismatch>> notes = new TreeMap<>();

    private MessageView(List<String> lines) {
        this.lines = lines;
    }

    /** The view of a message; of null, if it was not kept, only the mismatches. */
    static MessageView of(@Nullable Payload payload, List<Mismatch> mismatches) {
        JsonNode tree = payload instanceof Payload.Text text ? jsonOrNull(text.value()) : null;
        if (tree != null) {
            JsonLines json = JsonLines.of(tree);
            MessageView view = new MessageView(json.lines());
            for (Mismatch mismatch : mismatches) {
                PactPath path = PactPath.parse(mismatch.address().path());
                view.note(path == null ? 0 : json.lineOf(path), mismatch);
            }
            return view;
        }
        MessageView view = new MessageView(payload == null ? List.of("(not kept)") : lines(payload));
        mismatches.forEach(mismatch -> view.note(0, mismatch));
        return view;
    }

    private void note(int line, Mismatch mismatch) {
        notes.computeIfAbsent(Math.min(line, lines.size() - 1), key -> new ArrayList<>())
                .add(mismatch);
    }

    void write(Html html) {
        html.in(Tag.of("div", "message"), () -> {
            int next = 0;
            for (int line = 0; line < lines.size(); line++) {
                if (isNear(line)) {
                    folded(html, line - next);
                    line(html, line);
                    next = line + 1;
                }
            }
            folded(html, lines.size() - next);
        });
    }

    private boolean isNear(int line) {
        return lines.size() <= WHOLE
                || line == 0
                || line == lines.size() - 1
                || notes.keySet().stream().anyMatch(wrong -> Math.abs(wrong - line) <= CONTEXT);
    }

    private static void folded(Html html, int count) {
        if (count > 0) {
            html.in(
                    Tag.of("div", "row folded"),
                    () -> html.text(Tag.of("code", "line"), "⋮ " + count + (count == 1 ? " line" : " lines")));
        }
    }

    private void line(Html html, int number) {
        List<Mismatch> wrong = notes.getOrDefault(number, List.of());
        String line = Shortened.text(lines.get(number), LINE);
        if (wrong.isEmpty()) {
            html.in(Tag.of("div", "row"), () -> html.text(Tag.of("code", "line"), line));
            return;
        }
        html.in(Tag.of("div", "row wrong"), () -> {
            html.in(Tag.of("code", "line"), () -> {
                String value = line.stripLeading();
                html.text(line.substring(0, line.length() - value.length()));
                html.text(Tag.of("mark", "wrong"), value);
            });
            html.in(Tag.of("div", "notes"), () -> wrong.forEach(mismatch -> note(html, mismatch)));
        });
    }

    private static void note(Html html, Mismatch mismatch) {
        String expected = Shortened.around(mismatch.expected(), mismatch.actual(), VALUE);
        String actual = Shortened.around(mismatch.actual(), mismatch.expected(), VALUE);
        html.in(Tag.of("dl", "note"), () -> {
            fact(html, "expected", "value", expected);
            fact(html, "but was", "value actual", actual);
            fact(html, "at", "value", Shortened.text(mismatch.address().path(), VALUE));
            fact(html, "rule", "value", Shortened.text(mismatch.rule(), VALUE));
        });
    }

    private static void fact(Html html, String name, String classes, String value) {
        html.in("div", () -> {
            html.text("dt", name);
            html.in(Tag.of("dd", classes), () -> html.text("code", value));
        });
    }

    private static @Nullable JsonNode jsonOrNull(String text) {
        try {
            JsonNode tree = StrictJson.read(text);
            return tree.isContainerNode() ? tree : null;
        } catch (MalformedJsonException e) {
            return null;
        }
    }

    private static List<String> lines(Payload payload) {
        if (payload instanceof Payload.Text text) {
            List<String> lines = text.value().lines().limit(JsonLines.MOST).toList();
            return lines.isEmpty() ? List.of("(empty)") : lines;
        }
        return bytes(payload.toBytes());
    }

    private static List<String> bytes(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        HexFormat format = HexFormat.ofDelimiter(" ");
        for (int at = 0; at < bytes.length && lines.size() < LINES_OF_BYTES; at += BYTES_A_LINE) {
            lines.add(format.formatHex(bytes, at, Math.min(bytes.length, at + BYTES_A_LINE)));
        }
        int shown = LINES_OF_BYTES * BYTES_A_LINE;
        lines.add(bytes.length > shown ? "… of " + bytes.length + " bytes" : "(" + bytes.length + " bytes)");
        return lines;
    }
}
