package dev.wspact.benchmarks;

import java.util.List;
import java.util.Locale;

/** Several measurements of one thing. */
record Spread(List<Double> values) {
    double median() {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    /** Median, smallest and largest, with this many decimals. */
    String text(int decimals) {
        String number = "%." + decimals + "f";
        double smallest = values.stream().mapToDouble(v -> v).min().orElseThrow();
        double largest = values.stream().mapToDouble(v -> v).max().orElseThrow();
        return String.format(Locale.ROOT, number + " (" + number + "–" + number + ")", median(), smallest, largest);
    }
}
