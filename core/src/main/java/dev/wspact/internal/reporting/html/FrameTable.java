package dev.wspact.internal.reporting.html;

import dev.wspact.internal.reporting.Shortened;
import dev.wspact.internal.reporting.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The frames of a connection, one a row. Where there are very many, only those that fail and the first and last ones. */
final class FrameTable {
    /** So many are listed one by one. */
    private static final int ALL = 400;
    /** Of more, the first and the last ones are. */
    private static final int ENDS = 50;

    /** So many failing messages share a row where there is no room for a row each. */
    private static final int BRIEFLY = 200;

    private static final int CONTENT = 160;
    private static final int NARROW = 40;

    private final Html html;
    private final Numbered contract;
    private final int connection;
    private final List<Mark> folded = new ArrayList<>();
    private final List<Mark> failed = new ArrayList<>();

    private FrameTable(Html html, Numbered contract, int connection) {
        this.html = html;
        this.contract = contract;
        this.connection = connection;
    }

    /**
     * Writes the table.
     *
     * @param brief with nothing but what fails, where a page has become too long
     */
    static void write(Html html, Numbered contract, int connection, List<Mark> marks, boolean brief) {
        FrameTable table = new FrameTable(html, contract, connection);
        html.in(
                "thead",
                () -> html.in("tr", () -> List.of("time", "direction", "frame", "outcome", "content")
                        .forEach(name -> html.text(Tag.of("th", Attribute.fixed("scope", "col")), name))));
        html.in("tbody", () -> {
            for (int i = 0; i < marks.size(); i++) {
                Mark mark = marks.get(i);
                boolean end = i < ENDS || i >= marks.size() - ENDS;
                if (mark.kind() == FrameKind.FAILED && !Room.of(html).enough()) {
                    table.briefly(mark);
                } else if (mark.kind() == FrameKind.FAILED || (!brief && (marks.size() <= ALL || end))) {
                    table.unfold();
                    table.row(mark);
                } else {
                    table.folded.add(mark);
                }
            }
            table.unfold();
        });
    }

    private void briefly(Mark mark) {
        failed.add(mark);
        if (failed.size() == BRIEFLY) {
            unfold();
        }
    }

    private void row(Mark mark) {
        Tag row = mark.explained()
                ? Tag.of("tr", Attribute.classes("failed"), id(mark))
                : mark.kind() == FrameKind.FAILED ? Tag.of("tr", "failed") : Tag.of("tr");
        html.in(row, () -> {
            html.text(Tag.of("td", "number"), Words.latency(mark.at()));
            html.text("td", mark.kind().fromServer() ? "← server" : "→ client");
            html.text("td", (mark.number() == 0 ? "" : mark.number() + ": ") + mark.form());
            html.text("td", mark.number() == 0 ? "" : mark.kind().words());
            html.in("td", () -> {
                if (!mark.content().isEmpty()) {
                    html.text(
                            "code", Shortened.text(mark.content(), Room.of(html).plenty() ? CONTENT : NARROW));
                }
            });
        });
        html.line();
    }

    private Attribute id(Mark mark) {
        return Attribute.id(Anchor.message(contract.number(), connection, mark.number()));
    }

    private void unfold() {
        fold(
                "folded",
                folded,
                () -> html.text(Marks.counts(folded).entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey().words())
                        .collect(Collectors.joining(", "))));
        fold("failed", failed, () -> {
            html.text("break the contract:");
            for (Mark mark : failed) {
                String text = mark.number() + " (" + Words.latency(mark.at()) + ")";
                html.text(" ");
                if (mark.explained()) {
                    html.text(Tag.of("span", id(mark)), text);
                } else {
                    html.text(text);
                }
            }
        });
    }

    private void fold(String classes, List<Mark> marks, Runnable text) {
        if (marks.isEmpty()) {
            return;
        }
        html.in(Tag.of("tr", classes), () -> {
            html.text(Tag.of("td", "number"), Words.latency(marks.get(0).at()));
            html.in(Tag.of("td", Attribute.number("colspan", 4)), text);
        });
        html.line();
        marks.clear();
    }
}
