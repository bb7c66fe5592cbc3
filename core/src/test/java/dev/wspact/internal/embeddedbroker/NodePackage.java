package dev.wspact.internal.embeddedbroker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A package from npm, in the build directory. None of its install scripts run.
 *
 * @param name its name
 * @param version its version
 * @param home where it is, absolute
 */
record NodePackage(String name, String version, Path home) {
    private static final long SECONDS = 200;

    /** How a command ended, and what it said. */
    record Ended(int code, String output) {}

    /** Fetches the package, unless an earlier build has. */
    static NodePackage installed(String name, String version) throws IOException, InterruptedException {
        String directory = name.substring(name.indexOf('/') + 1) + "-" + version;
        NodePackage tool = new NodePackage(
                name, version, Path.of("target", "foreign", directory).toAbsolutePath());
        if (!Files.exists(tool.directory().resolve("package.json"))) {
            Files.createDirectories(tool.home());
            Ended npm = run(
                    List.of(
                            "npm",
                            "install",
                            "--no-audit",
                            "--no-fund",
                            "--ignore-scripts",
                            "--prefix",
                            tool.home().toString(),
                            name + "@" + version),
                    Map.of());
            assertThat(npm.code()).as(npm.output()).isZero();
        }
        return tool;
    }

    /** Where its own files are. */
    Path directory() {
        return home.resolve("node_modules").resolve(name);
    }

    /** Runs a script by Node.js, until it ends. */
    Ended node(Path script, Map<String, String> environment, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", script.toString()));
        command.addAll(arguments);
        return run(command, environment);
    }

    private static Ended run(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("output", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("PACT_DO_NOT_TRACK", "true");
        Process process = builder.start();
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
                    .as(command.toString())
                    .isTrue();
            return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(output);
        }
    }
}
