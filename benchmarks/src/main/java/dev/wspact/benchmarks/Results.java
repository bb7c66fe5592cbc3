package dev.wspact.benchmarks;

import dev.wspact.benchmarks.client.Library;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** The figures of all rounds, by library. */
final class Results {
    private final Map<Library, List<Figures>> rounds = new EnumMap<>(Library.class);

    void add(Library library, Figures figures) {
        rounds.computeIfAbsent(library, l -> new ArrayList<>()).add(figures);
    }

    Spread of(Library library, ToDoubleFunction<Figures> value) {
        return new Spread(Objects.requireNonNull(rounds.get(library), library.title()).stream()
                .mapToDouble(value)
                .boxed()
                .toList());
    }
}
