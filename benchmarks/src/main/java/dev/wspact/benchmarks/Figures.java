package dev.wspact.benchmarks;

import java.util.Map;

/** What one measured process printed. */
record Figures(Map<String, Double> values) {
    double get(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no " + name + " among " + values);
        }
        return value;
    }
}
