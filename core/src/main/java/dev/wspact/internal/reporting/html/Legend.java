package dev.wspact.internal.reporting.html;

import static dev.wspact.internal.reporting.html.Attribute.fixed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the shapes on a timeline mean, and how many there are of each. */
final class Legend {
    private Legend() {}

    static void write(Html html, List<Mark> marks) {
        Map<String, FrameKind> kinds = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        Marks.counts(marks).forEach((kind, count) -> {
            kinds.putIfAbsent(kind.words(), kind);
            counts.merge(kind.words(), count, Long::sum);
        });
        html.in(
                Tag.of("ul", "legend"),
                () -> kinds.forEach((words, kind) -> html.in("li", () -> {
                    html.in(
                            Tag.of("svg", fixed("viewBox", "0 0 16 16"), fixed("aria-hidden", "true")),
                            () -> html.in(Tag.of("g", "frame " + kind.style()), () -> Shapes.write(html, kind, 8, 8)));
                    html.text(" " + words + " ");
                    html.text(Tag.of("span", "quiet"), "(" + counts.get(words) + ")");
                })));
    }
}
