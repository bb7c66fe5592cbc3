package dev.wspact.internal.reporting.html;

import static dev.wspact.internal.reporting.html.Attribute.fixed;
import static dev.wspact.internal.reporting.html.Attribute.label;
import static dev.wspact.internal.reporting.html.Attribute.number;

import dev.wspact.internal.latency.LatencyHistogram;
import dev.wspact.internal.reporting.Shortened;
import dev.wspact.internal.reporting.Words;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.Direction;
import dev.wspact.verdict.ConnectionRecord;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Latency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long messages were on their way, where a contract names the sender's time; and else how long it was from one
 * message to the next.
 */
final class LatencySection {
    private static final int NAME = 200;
    /** Distributions that are drawn; the others are told in the table alone. */
    private static final int DRAWN = 12;

    private final Html html;

    private LatencySection(Html html) {
        this.html = html;
    }

    /** What was measured, and of what. */
    record Measured(String what, Latency latency) {}

    /** The time on their way of the messages of each interaction that has a measurement. */
    static List<Measured> measured(List<Numbered> contracts) {
        List<Measured> measured = new ArrayList<>();
        for (Numbered contract : contracts) {
            for (InteractionResult result : contract.result().interactions()) {
                if (result.latency() != null) {
                    measured.add(new Measured(
                            Shortened.text(contract.result().subject().consumer(), NAME) + ": "
                                    + Shortened.text(result.subject().description(), NAME),
                            result.latency()));
                }
            }
        }
        return measured;
    }

    /** Whether any message was measured, in either way. */
    static void write(Html html, List<Numbered> contracts) {
        LatencySection section = new LatencySection(html);
        List<Measured> way = measured(contracts);
        List<Measured> between = between(contracts);
        html.in("section", () -> {
            html.text("h2", "Latency");
            if (way.isEmpty() && between.isEmpty()) {
                html.text(
                        Tag.of("p", "quiet"), "Nothing was measured: fewer than two messages came on any connection.");
            }
            section.table(
                    way,
                    "From the sender's time in the message to its arrival, by the clocks of both sides.",
                    "time on the way");
            section.table(
                    between,
                    "From one received message to the next, as far as they were kept.",
                    "time between messages");
        });
    }

    private static List<Measured> between(List<Numbered> contracts) {
        List<Measured> measured = new ArrayList<>();
        for (Numbered contract : contracts) {
            for (ConnectionRecord connection : contract.result().connections()) {
                Latency latency = between(connection);
                if (latency != null) {
                    measured.add(new Measured(
                            Shortened.text(contract.result().subject().consumer(), NAME) + ": connection "
                                    + connection.number(),
                            latency));
                }
            }
        }
        return measured;
    }

    private static @Nullable Latency between(ConnectionRecord connection) {
        LatencyHistogram histogram = new LatencyHistogram();
        CapturedMessage before = null;
        for (CapturedMessage message : connection.transcript().messages()) {
            if (message.direction() == Direction.RECEIVED) {
                if (before != null && message.position() == before.position() + 1) {
                    histogram.add(message.sinceOpen().minus(before.sinceOpen()));
                }
                before = message;
            }
        }
        return histogram.latency();
    }

    private void table(List<Measured> all, String caption, String name) {
        if (all.isEmpty()) {
            return;
        }
        html.text("p", caption);
        html.in(
                Tag.of(
                        "div",
                        Attribute.classes("scroll"),
                        fixed("tabindex", "0"),
                        fixed("role", "region"),
                        label(name)),
                () -> html.in(Tag.of("table", Attribute.classes("latency")), () -> {
                    html.in(
                            "thead",
                            () -> html.in("tr", () -> List.of("of", "messages", "min", "p50", "p95", "p99", "max")
                                    .forEach(head -> html.text(Tag.of("th", fixed("scope", "col")), head))));
                    html.in("tbody", () -> all.forEach(this::row));
                }));
        html.in(
                Tag.of("div", "histograms"),
                () -> all.stream().limit(DRAWN).forEach(measured -> histogram(measured, name)));
    }

    private void row(Measured measured) {
        Latency latency = measured.latency();
        html.in("tr", () -> {
            html.in(Tag.of("th", fixed("scope", "row")), () -> {
                html.text(measured.what());
                if (latency.min().isNegative()) {
                    html.text(Tag.of("span", "kind"), "the clocks disagree");
                }
            });
            html.text(Tag.of("td", "number"), Long.toString(latency.messages()));
            for (Duration value :
                    List.of(latency.min(), latency.median(), latency.p95(), latency.p99(), latency.max())) {
                html.text(Tag.of("td", "number"), Words.latency(value));
            }
        });
    }

    private void histogram(Measured measured, String name) {
        List<Latency.Step> steps = measured.latency().steps();
        if (steps.size() < 3) {
            return;
        }
        html.in("figure", () -> {
            html.text("figcaption", measured.what() + ", " + name);
            html.in(
                    Tag.of(
                            "svg",
                            Attribute.classes("histogram"),
                            fixed("viewBox", "0 0 480 170"),
                            fixed("role", "img"),
                            label("distribution of the " + name + "; the table has the figures")),
                    () -> bars(measured.latency()));
        });
    }

    private void bars(Latency latency) {
        List<Latency.Step> steps = latency.steps();
        double width = 460.0 / steps.size();
        long most = steps.stream().mapToLong(Latency.Step::messages).max().orElse(1);
        int labelEvery = Math.max(1, (int) Math.ceil(64 / width));
        for (int i = 0; i < steps.size(); i++) {
            Latency.Step step = steps.get(i);
            double height = step.messages() == 0 ? 0 : Math.max(1.5, 90.0 * step.messages() / most);
            double x = 10 + i * width;
            html.in("g", () -> {
                html.text(
                        "title",
                        Words.latency(step.over()) + " to " + Words.latency(step.upTo()) + ": "
                                + Words.count(step.messages(), "message"));
                html.empty(Tag.of(
                        "rect",
                        Attribute.classes("bar plain"),
                        number("x", x + 0.5),
                        number("y", 140 - height),
                        number("width", Math.max(1, width - 1)),
                        number("height", height)));
            });
            if (i % labelEvery == 0) {
                boolean last = x + width > 450;
                html.text(
                        Tag.of(
                                "text",
                                Attribute.classes(last ? "tick end" : "tick"),
                                number("x", last ? 478 : x + width),
                                number("y", 158)),
                        Words.latency(step.upTo()));
            }
        }
        html.empty(Shapes.line("axis", 10, 140, 470, 140));
        percentile("p50", latency.median(), steps, width, 12);
        percentile("p95", latency.p95(), steps, width, 26);
        percentile("p99", latency.p99(), steps, width, 40);
    }

    private void percentile(String name, Duration value, List<Latency.Step> steps, double width, double y) {
        double x = 10;
        for (Latency.Step step : steps) {
            if (value.compareTo(step.upTo()) >= 0) {
                x += width;
            } else if (value.compareTo(step.over()) > 0) {
                double part = (double) value.minus(step.over()).toNanos()
                        / step.upTo().minus(step.over()).toNanos();
                x += width * part;
            }
        }
        double at = Math.min(x, 470);
        html.empty(Shapes.line("percentile", at, y + 2, at, 140));
        String side = at > 360 ? "end" : "start";
        html.text(
                Tag.of(
                        "text",
                        Attribute.classes("percentile-name " + side),
                        number("x", at > 360 ? at - 4 : at + 4),
                        number("y", y + 8)),
                name + " " + Words.latency(value));
    }
}
