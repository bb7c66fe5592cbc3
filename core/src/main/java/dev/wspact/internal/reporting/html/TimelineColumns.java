package dev.wspact.internal.reporting.html;

import static dev.wspact.internal.reporting.html.Attribute.number;

import dev.wspact.internal.reporting.Words;
import dev.wspact.verdict.ConnectionRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Many frames on a timeline: counted in columns, whose height grows with the logarithm of their number; failures stand out. */
final class TimelineColumns {
    private static final double WIDTH = 6;
    private static final double HIGHEST = 44;
    private static final double LOWEST = 5;
    /** Numbers of failing messages that one column names. */
    private static final int NAMED = 10;

    private final Html html;
    private final Numbered contract;
    private final ConnectionRecord connection;
    private final TimeScale scale;

    TimelineColumns(Html html, Numbered contract, ConnectionRecord connection, TimeScale scale) {
        this.html = html;
        this.contract = contract;
        this.connection = connection;
        this.scale = scale;
    }

    void draw(List<Mark> marks) {
        Map<Integer, List<Mark>> columns = new TreeMap<>();
        for (Mark mark : marks) {
            int column = (int) ((scale.x(mark.at()) - Timeline.LEFT) / WIDTH);
            columns.computeIfAbsent(column, key -> new ArrayList<>()).add(mark);
        }
        long most = columns.values().stream()
                .flatMap(column -> Marks.counts(column).values().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
        columns.forEach((number, column) -> draw(Timeline.LEFT + number * WIDTH, column, most));
    }

    private void draw(double x, List<Mark> column, long most) {
        Map<FrameKind, Long> counts = Marks.counts(column);
        String title = Words.latency(column.get(0).at()) + " to "
                + Words.latency(column.get(column.size() - 1).at()) + ": "
                + counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey().words())
                        .collect(Collectors.joining(", "));
        html.in(Tag.of("g"), () -> {
            html.text("title", title);
            counts.forEach((kind, count) -> {
                double height = LOWEST + (HIGHEST - LOWEST) * Math.log1p((double) count) / Math.log1p((double) most);
                column(kind, x, height);
            });
        });
        if (counts.containsKey(FrameKind.FAILED)) {
            failed(x, column);
        }
    }

    private void column(FrameKind kind, double x, double height) {
        switch (kind) {
            case PASSED, RECEIVED, AWAITED -> bar(kind, x, Timeline.CLIENT - height, WIDTH - 3, height);
            case UNCONTRACTED -> bar(kind, x + WIDTH - 2.5, Timeline.CLIENT - height, 2, height);
            case SENT -> bar(kind, x, Timeline.SERVER, WIDTH - 2, Math.min(height, 26));
            case CONTROL_SENT, CONTROL_RECEIVED, CLOSE_SENT, CLOSE_RECEIVED ->
                html.in(
                        Tag.of("g", "frame " + kind.style()),
                        () -> Shapes.write(
                                html, kind, x, kind.fromServer() ? Timeline.CLIENT + 12 : Timeline.SERVER - 12));
            case FAILED ->
                html.in(
                        Tag.of("g", "frame failed"),
                        () -> html.empty(
                                Shapes.line("flight", x + WIDTH / 2, Timeline.SERVER, x + WIDTH / 2, Timeline.CLIENT)));
        }
    }

    private void bar(FrameKind kind, double x, double y, double width, double height) {
        html.empty(Tag.of(
                "rect",
                Attribute.classes("bar " + kind.style()),
                number("x", x),
                number("y", y),
                number("width", width),
                number("height", height)));
    }

    private void failed(double x, List<Mark> column) {
        List<Mark> failed =
                column.stream().filter(mark -> mark.kind() == FrameKind.FAILED).toList();
        String numbers = failed.stream()
                .limit(NAMED)
                .map(mark -> Long.toString(mark.number()))
                .collect(Collectors.joining(", "));
        String title = Words.count(failed.size(), "message") + " that break the contract: " + numbers
                + (failed.size() > NAMED ? ", …" : "");
        Anchor frames = Anchor.frames(contract.number(), connection.number());
        html.in(
                Tag.of("a", Attribute.href(frames), Attribute.label(title)),
                () -> html.in(Tag.of("g", "frame failed"), () -> {
                    html.text("title", title);
                    Shapes.write(html, FrameKind.FAILED, x + WIDTH / 2, Timeline.CLIENT + 4);
                }));
    }
}
