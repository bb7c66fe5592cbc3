package dev.wspact.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs what it is told to and prints tables in Markdown. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Arguments: {@code receive}, {@code connections} or {@code all}; rounds; messages; numbers of connections. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        String which = arguments[0];
        int rounds = Integer.parseInt(arguments[1]);
        console.printf(
                "%s, %s %s, %d processors%n",
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
        if (!which.equals("connections")) {
            Receiving receiving = new Receiving(console, rounds, Integer.parseInt(arguments[2]));
            receiving.measure(250);
            receiving.measure(2_000);
        }
        if (!which.equals("receive")) {
            for (String connections : arguments[3].split(",", -1)) {
                new Crowds(console, rounds).measure(Integer.parseInt(connections));
            }
        }
    }
}
