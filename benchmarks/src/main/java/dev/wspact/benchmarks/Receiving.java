package dev.wspact.benchmarks;

import dev.wspact.benchmarks.client.Library;
import dev.wspact.benchmarks.server.StreamServer;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What it costs to receive text messages on one connection. */
record Receiving(PrintStream console, int rounds, int messages) {
    private static final int HEAP = 512;

    void measure(int bytes) throws IOException, InterruptedException {
        Results results = new Results();
        try (Child server = Child.start(StreamServer.class, HEAP)) {
            int port = (int) server.figure("port");
            for (int round = 0; round < rounds; round++) {
                for (Library library : Library.values()) {
                    try (Child child = Child.start(ReceiveChild.class, HEAP, library.name(), port, bytes, messages)) {
                        results.add(library, child.figures());
                    }
                }
            }
        }
        print(results, bytes);
    }

    private void print(Results results, int bytes) {
        console.printf(
                "%n### %,d text messages of %,d B, one connection (%d rounds: median, smallest–largest)%n%n",
                messages, bytes, rounds);
        console.println("| client | CPU µs a message | times less CPU than Tyrus with Grizzly | messages a second |");
        console.println("|---|---|---|---|");
        ToDoubleFunction<Figures> cpu = figures -> figures.get("cpu") / messages / 1_000;
        double reference = results.of(Library.TYRUS_GRIZZLY, cpu).median();
        for (Library library : Library.values()) {
            Spread spread = results.of(library, cpu);
            double rate = results.of(library, figures -> messages / (figures.get("wall") / 1e9))
                    .median();
            console.printf(
                    Locale.ROOT,
                    "| %s | %s | %.1f | %,.0f |%n",
                    library.title(),
                    spread.text(2),
                    reference / spread.median(),
                    rate);
        }
    }
}
