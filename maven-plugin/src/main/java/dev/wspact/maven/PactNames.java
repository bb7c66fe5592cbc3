package dev.wspact.maven;

import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a user of Pact's own tools has set already. For each name, in this order: {@code -D} on the command line, the
 * POM's properties, the JVM's system properties, the environment variable of the same name, and the one in upper case with
 * underscores. (pact-jvm does the last steps for some of its names only; here they hold for all.)
 */
final class PactNames {
    private final Properties user;
    private final Properties project;
    private final Properties system;

    PactNames(MavenSession session, MavenProject project) {
        this(session.getUserProperties(), project.getProperties(), session.getSystemProperties());
    }

    /** From properties; environment variables stand among those of the system, with the prefix {@code env.}. */
    PactNames(Properties user, Properties project, Properties system) {
        this.user = user;
        this.project = project;
        this.system = system;
    }

    /** The value of the first name that is set and not blank, null if none is. */
    @Nullable
    String find(String... names) {
        return Stream.of(names)
                .flatMap(this::values)
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse(null);
    }

    private Stream<String> values(String name) {
        String upper = name.replace('.', '_').toUpperCase(Locale.ROOT);
        return Stream.of(
                        user.getProperty(name),
                        project.getProperty(name),
                        system.getProperty(name),
                        system.getProperty("env." + name),
                        system.getProperty("env." + upper))
                .flatMap(Stream::ofNullable);
    }
}
