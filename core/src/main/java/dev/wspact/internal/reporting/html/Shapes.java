package dev.wspact.internal.reporting.html;

import static dev.wspact.internal.reporting.html.Attribute.fixed;
import static dev.wspact.internal.reporting.html.Attribute.number;
import static dev.wspact.internal.reporting.html.Attribute.shortest;

import java.util.Locale;

/** The shapes of frames on a timeline and in its legend, so that nobody has to see colors. */
final class Shapes {
    private static final double SIZE = 5.5;

    private Shapes() {}

    static Tag line(String classes, double x1, double y1, double x2, double y2) {
        return Tag.of(
                "line",
                Attribute.classes(classes),
                number("x1", x1),
                number("y1", y1),
                number("x2", x2),
                number("y2", y2));
    }

    /** The shape of a kind, around a point. */
    static void write(Html html, FrameKind kind, double x, double y) {
        switch (kind) {
            case PASSED -> html.empty(Tag.of("circle", number("cx", x), number("cy", y), number("r", SIZE)));
            case RECEIVED -> html.empty(Tag.of("circle", number("cx", x), number("cy", y), number("r", SIZE - 1)));
            case FAILED -> html.empty(path("M%s %sl11 11m0 -11l-11 11", x - SIZE, y - SIZE));
            case UNCONTRACTED -> html.empty(path("M%s %sl6.5 11h-13z", x, y - 6.5));
            case SENT -> html.empty(path("M%s %sl6 -10h-12z", x, y + SIZE));
            case AWAITED -> html.empty(path("M%s %sl6 6l-6 6l-6 -6z", x, y - 6));
            case CONTROL_SENT, CONTROL_RECEIVED -> html.empty(path("M%s %sh8", x - 4, y));
            case CLOSE_SENT, CLOSE_RECEIVED -> html.empty(path("M%s %sh11v11h-11z", x - SIZE, y - SIZE));
        }
    }

    private static Tag path(String shape, double x, double y) {
        return Tag.of("path", fixed("d", String.format(Locale.ROOT, shape, shortest(x), shortest(y))));
    }
}
