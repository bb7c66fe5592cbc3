package dev.wspact.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that prints figures as {@code name=number}. */
final class Child implements AutoCloseable {
    private static final long LONGEST_MINUTES = 10;

    private final Process process;
    private final BufferedReader output;

    private Child(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts a main class with a heap of this many megabytes. */
    static Child start(Class<?> main, int megabytes, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new Child(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The next figure. */
    double figure(String name) throws IOException {
        String line = output.readLine();
        if (line == null || !line.startsWith(name + "=")) {
            throw new IOException("expected " + name + ", but the measured process printed: " + line);
        }
        return Double.parseDouble(line.substring(name.length() + 1));
    }

    /** All figures, once it has ended well. */
    Figures figures() throws IOException, InterruptedException {
        Map<String, Double> figures = new HashMap<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                figures.put(line.substring(0, equals), Double.valueOf(line.substring(equals + 1)));
            }
        }
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException("the measured process failed: " + figures);
        }
        return new Figures(figures);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
