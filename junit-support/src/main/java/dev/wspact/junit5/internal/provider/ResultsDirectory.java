package dev.wspact.junit5.internal.provider;

import au.com.dius.pact.core.support.BuiltToolConfig;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Where the results of provider tests are written. */
public final class ResultsDirectory {
    /** Configuration parameter of JUnit, or system property. */
    public static final String PARAMETER = "wspact.junit.results";

    /** What the parameter is set to if nothing is to be written. */
    public static final String NONE = "none";

    private ResultsDirectory() {}

    /**
     * The directory that the user has chosen, else {@code wspact/junit-results} where the build has its output; empty for
     * none. It is not that of the Maven goals, which publish all results that they find below theirs.
     */
    public static Optional<Path> of(ExtensionContext test) {
        String chosen =
                test.getConfigurationParameter(PARAMETER).map(String::strip).orElse("");
        if (chosen.equals(NONE)) {
            return Optional.empty();
        }
        return Optional.of(
                chosen.isEmpty()
                        ? Path.of(BuiltToolConfig.INSTANCE.getPactDirectory())
                                .resolveSibling("wspact")
                                .resolve("junit-results")
                        : Path.of(chosen));
    }
}
