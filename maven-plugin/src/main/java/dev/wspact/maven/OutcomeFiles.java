package dev.wspact.maven;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Carries outcomes from {@code verify} to {@code check}, one file an execution. A file knows the build that wrote it, so
 * that an old success never passes for a new one.
 */
final class OutcomeFiles {
    private static final String SUFFIX = ".properties";

    private final Path directory;
    private final String build;

    /**
     * The files in a directory.
     *
     * @param build what tells this build from all others
     */
    OutcomeFiles(Path directory, String build) {
        this.directory = directory;
        this.build = build;
    }

    /** Writes the outcome of an execution over what it left before. */
    void write(String execution, Outcome outcome) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("build", build);
        properties.setProperty("kind", outcome.kind().name().toLowerCase(Locale.ROOT));
        properties.setProperty("message", outcome.message());
        Files.createDirectories(directory);
        try (Writer writer = Files.newBufferedWriter(file(execution))) {
            properties.store(writer, null);
        }
    }

    /** The outcome that this build wrote for an execution; empty if there is none. */
    Optional<Outcome> ofThisBuild(String execution) throws IOException {
        Path file = file(execution);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = load(file);
        return build.equals(properties.getProperty("build")) ? Optional.of(outcome(properties)) : Optional.empty();
    }

    /** The last outcome of every execution, whichever build wrote it. */
    List<Outcome> ofAnyBuild() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<Outcome> outcomes = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(path -> path.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList()) {
                outcomes.add(outcome(load(file)));
            }
        }
        return outcomes;
    }

    private Path file(String execution) {
        String name = URLEncoder.encode(execution, StandardCharsets.UTF_8).replace("*", "%2A");
        return directory.resolve(name + SUFFIX);
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Outcome outcome(Properties properties) throws IOException {
        String kind = properties.getProperty("kind", "");
        try {
            return new Outcome(
                    Outcome.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), properties.getProperty("message", ""));
        } catch (IllegalArgumentException e) {
            throw new IOException("\"" + kind + "\" is no outcome of a verification", e);
        }
    }
}
