package dev.wspact.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A package from npm, installed once into the build directory.
 *
 * @param name its name
 * @param version its version
 */
public record Npm(String name, String version) {
    /** Runs a script of the package, or one by its absolute path; returns what it said. It must end well. */
    public String node(String script, List<String> arguments, Map<String, String> environment) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("node", installed().resolve(script).toString()));
        command.addAll(arguments);
        return run(command, environment);
    }

    /** The directory of the package, which is installed if it is not there. */
    public Path installed() throws Exception {
        Path home = home();
        Path directory = home.resolve("node_modules").resolve(name);
        if (!Files.exists(directory.resolve("package.json"))) {
            Files.createDirectories(home);
            run(
                    List.of(
                            "npm",
                            "install",
                            "--no-audit",
                            "--no-fund",
                            "--ignore-scripts",
                            "--prefix",
                            home.toString(),
                            name + "@" + version),
                    Map.of());
        }
        return directory;
    }

    /** Where scripts that use the package must stand. */
    public Path home() {
        return Path.of("target", "foreign", name.substring(name.indexOf('/') + 1) + "-" + version)
                .toAbsolutePath();
    }

    private static String run(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("wspact-foreign", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("PACT_DO_NOT_TRACK", "true");
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(180, TimeUnit.SECONDS);
            String said = Files.readString(output);
            assertThat(ended).as("%s: %s", command, said).isTrue();
            assertThat(process.exitValue()).as("%s: %s", command, said).isZero();
            return said;
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(output);
        }
    }
}
