package dev.wspact.benchmarks;

import dev.wspact.benchmarks.client.Library;
import dev.wspact.benchmarks.server.CrowdServer;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What thousands of connections cost. */
record Crowds(PrintStream console, int rounds) {
    private static final int HEAP = 2_048;
    /** It has two threads a connection, which is beyond what a machine gives. */
    private static final int MOST_OF_OKHTTP = 2_000;

    void measure(int connections) throws IOException, InterruptedException {
        Results results = new Results();
        for (int round = 0; round < rounds; round++) {
            for (Library library : Library.values()) {
                if (takes(library, connections)) {
                    results.add(library, measure(library, connections));
                }
            }
        }
        print(results, connections);
    }

    private static boolean takes(Library library, int connections) {
        return library != Library.OKHTTP || connections <= MOST_OF_OKHTTP;
    }

    private static Figures measure(Library library, int connections) throws IOException, InterruptedException {
        try (Child server = Child.start(CrowdServer.class, HEAP);
                Child child =
                        Child.start(CrowdChild.class, HEAP, library.name(), (int) server.figure("port"), connections)) {
            return child.figures();
        }
    }

    private void print(Results results, int connections) {
        console.printf(
                "%n### %,d connections, one message to all (%d rounds: median, smallest–largest)%n%n",
                connections, rounds);
        console.println("| client | connects a second | threads | KiB a connection | CPU µs a delivery"
                + " | p50 ms | p99 ms | p99 : server's loop |");
        console.println("|---|---|---|---|---|---|---|---|");
        for (Library library : Library.values()) {
            if (takes(library, connections)) {
                console.println(row(results, library, connections));
            }
        }
    }

    private static String row(Results results, Library library, int connections) {
        ToDoubleFunction<Figures> rate = figures -> connections / (figures.get("connectWall") / 1e9);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.0f | %s | %s | %.1f | %s | %.2f |",
                library.title(),
                results.of(library, rate).text(0),
                results.of(library, figures -> figures.get("threads")).median(),
                results.of(library, figures -> figures.get("resident") / connections)
                        .text(0),
                results.of(library, figures -> figures.get("cpu") / figures.get("deliveries") / 1e3)
                        .text(1),
                results.of(library, figures -> figures.get("p50") / 1e6).median(),
                results.of(library, figures -> figures.get("p99") / 1e6).text(1),
                results.of(library, figures -> figures.get("p99") / figures.get("loop"))
                        .median());
    }
}
