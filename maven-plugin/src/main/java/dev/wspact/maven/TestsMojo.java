package dev.wspact.maven;

import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals have in common that judge a running server: they stand with the integration tests. */
abstract class TestsMojo extends WspactMojo {
    /**
     * Does nothing, and says so: the property that skips the compilation of all tests.
     *
     * @since 0.1
     */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean skipAllTests;

    /**
     * Does nothing, and says so: the property that skips integration tests.
     *
     * @since 0.1
     */
    @Parameter(property = "skipITs", defaultValue = "false")
    private boolean skipITs;

    /**
     * Does nothing, and says so: the property that skips all tests.
     *
     * @since 0.1
     */
    @Parameter(property = "skipTests", defaultValue = "false")
    private boolean skipTests;

    /**
     * Lets the build go on although a contract is broken or could not be judged. Contract files that are wrong or missing,
     * and parameters that make no sense, fail it all the same.
     *
     * @since 0.1
     */
    @Parameter(property = "maven.test.failure.ignore", defaultValue = "false")
    private boolean testFailureIgnore;

    @Override
    final Optional<String> skippedBy() {
        return super.skippedBy()
                .or(() -> skipAllTests ? Optional.of("maven.test.skip") : Optional.empty())
                .or(() -> skipITs ? Optional.of("skipITs") : Optional.empty())
                .or(() -> skipTests ? Optional.of("skipTests") : Optional.empty());
    }

    /** Whether the outcome is only told. */
    final boolean ignores(Outcome outcome) {
        return testFailureIgnore && outcome.kind().ignorable();
    }
}
