package dev.wspact.junit5.internal;

import au.com.dius.pact.core.model.annotations.PactDirectory;
import au.com.dius.pact.core.support.BuiltToolConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Where a test's pact is written, as pact-jvm decides it. */
public final class PactDirectories {
    private PactDirectories() {}

    /**
     * {@code @PactDirectory} of the class or one around it, else {@code pact.rootDir} (a configuration parameter of JUnit or
     * a system property), else {@code target/pacts}, or {@code build/pacts} with Gradle.
     */
    public static Path of(ExtensionContext context) {
        return Path.of(DeclaredBy.classes(context, PactDirectory.class)
                .map(PactDirectory::value)
                .or(() -> context.getConfigurationParameter("pact.rootDir"))
                .orElseGet(BuiltToolConfig.INSTANCE::getPactDirectory));
    }
}
