package dev.wspact.internal.reporting.html;

import static dev.wspact.internal.reporting.html.Attribute.fixed;
import static dev.wspact.internal.reporting.html.Attribute.label;
import static dev.wspact.internal.reporting.html.Attribute.number;

import dev.wspact.internal.reporting.Words;
import dev.wspact.verdict.ConnectionRecord;
import java.time.Duration;

/** Draws a connection: what the client receives on the upper lane, what it sends on the lower one, time from left to right. */
final class Timeline {
    static final double LEFT = 76;
    static final double RIGHT = 980;
    static final double CLIENT = 66;
    static final double SERVER = 166;

    private static final double AXIS = 212;
    private static final double HEIGHT = 236;
    /** With more frames than this they are counted in columns, except those that fail. */
    private static final int SINGLE = 150;

    private final Html html;
    private final Numbered contract;
    private final ConnectionRecord connection;
    private final Marks marks;
    private final TimeScale scale;

    private Timeline(Html html, Numbered contract, ConnectionRecord connection, Marks marks) {
        this.html = html;
        this.contract = contract;
        this.connection = connection;
        this.marks = marks;
        this.scale = new TimeScale(marks.inOrder().stream().map(Mark::at).toList(), LEFT + 12, RIGHT - 12);
    }

    static void write(Html html, Numbered contract, ConnectionRecord connection, Marks marks) {
        new Timeline(html, contract, connection, marks).draw();
    }

    private void draw() {
        html.in(
                Tag.of(
                        "div",
                        Attribute.classes("scroll"),
                        fixed("tabindex", "0"),
                        fixed("role", "region"),
                        label("timeline of connection " + connection.number() + " of contract " + contract.number())),
                () -> html.in(
                        Tag.of(
                                "svg",
                                Attribute.classes("timeline"),
                                fixed("viewBox", "0 0 1000 " + Attribute.shortest(HEIGHT)),
                                fixed("role", "group"),
                                label("the frames of this connection; they are listed below")),
                        () -> {
                            lanes();
                            marks.gaps().forEach(this::gap);
                            scale.breaks().forEach(this::idle);
                            axis();
                            if (marks.inOrder().size() > SINGLE) {
                                new TimelineColumns(html, contract, connection, scale).draw(marks.inOrder());
                            } else {
                                marks.inOrder().forEach(this::single);
                            }
                        }));
        Legend.write(html, marks.inOrder());
    }

    private void lanes() {
        laneName("client", CLIENT);
        laneName("server", SERVER);
        for (double lane : new double[] {CLIENT, SERVER}) {
            html.empty(Shapes.line("lane", LEFT, lane, RIGHT, lane));
        }
        html.in(Tag.of("g"), () -> {
            html.text("title", "the connection is open");
            html.empty(Shapes.line("open", LEFT, CLIENT - 10, LEFT, SERVER + 10));
        });
    }

    private void laneName(String text, double lane) {
        html.text(Tag.of("text", Attribute.classes("lane-name"), number("x", 4), number("y", lane + 4)), text);
    }

    private void gap(Gap gap) {
        double from = scale.x(gap.from());
        double width = Math.max(3, scale.x(gap.to()) - from);
        html.in(Tag.of("g", "gap"), () -> {
            html.text("title", Words.count(gap.messages(), "message") + " between, which were judged and not kept");
            html.empty(Tag.of(
                    "rect",
                    number("x", from),
                    number("y", CLIENT - 14),
                    number("width", width),
                    number("height", SERVER - CLIENT + 28)));
        });
    }

    private void idle(TimeScale.Break gap) {
        double x = scale.x(gap);
        Duration length = Duration.ofNanos(gap.length());
        html.in(Tag.of("g", "idle"), () -> {
            html.text("title", Words.latency(length) + " without a frame");
            for (double lane : new double[] {CLIENT, SERVER, AXIS - 12}) {
                html.empty(Shapes.line("erased", x - 5, lane, x + 5, lane));
                html.empty(Shapes.line("break", x - 8, lane + 6, x - 2, lane - 6));
                html.empty(Shapes.line("break", x + 2, lane + 6, x + 8, lane - 6));
            }
            html.text(
                    Tag.of("text", Attribute.classes("tick"), number("x", x), number("y", AXIS + 4)),
                    Words.latency(length));
        });
    }

    private void axis() {
        html.empty(Shapes.line("axis", LEFT, AXIS - 12, RIGHT, AXIS - 12));
        for (TimeScale.Tick tick : scale.ticks(90)) {
            boolean free = scale.breaks().stream().noneMatch(gap -> Math.abs(scale.x(gap) - tick.x()) < 60);
            html.empty(Shapes.line("axis", tick.x(), AXIS - 16, tick.x(), AXIS - 8));
            if (free) {
                html.text(
                        Tag.of("text", Attribute.classes("tick"), number("x", tick.x()), number("y", AXIS + 4)),
                        Words.latency(tick.at()));
            }
        }
    }

    private void single(Mark mark) {
        double x = scale.x(mark.at());
        Runnable drawing = () -> {
            html.in(Tag.of("g", "frame " + mark.kind().style()), () -> {
                html.text("title", mark.title());
                double from = mark.kind().fromServer() ? SERVER : CLIENT;
                double to = mark.kind().fromServer() ? CLIENT : SERVER;
                html.empty(Shapes.line("flight", x - 5, from, x, to));
                Shapes.write(html, mark.kind(), x, to);
            });
        };
        if (mark.kind() == FrameKind.FAILED) {
            Anchor row = mark.explained()
                    ? Anchor.message(contract.number(), connection.number(), mark.number())
                    : Anchor.frames(contract.number(), connection.number());
            html.in(Tag.of("a", Attribute.href(row), label("message " + mark.number() + ", which fails")), drawing);
        } else {
            drawing.run();
        }
    }
}
