package dev.wspact.maven;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * What one execution of {@code verify} came to, in the words of Maven.
 *
 * @param kind what happened
 * @param message finished text for the user; empty where there is nothing to say
 */
record Outcome(Kind kind, String message) {
    /** How a verification can end, the most telling first. */
    enum Kind {
        /** A provider breaks a contract. */
        BROKEN(true, true),
        /** A contract file is wrong, or there is none. */
        WRONG_CONTRACT(true, false),
        /** Something could not be judged, for instance because no server listened. */
        NOT_JUDGED(false, true),
        /** A parameter makes no sense, or something unforeseen happened. */
        ERROR(false, false),
        /** It began, and has not ended. */
        STARTED(false, false),
        /** A property said not to verify. */
        SKIPPED(false, false),
        /** All contracts are honored. */
        PASSED(false, false);

        private final boolean failure;
        private final boolean ignorable;

        Kind(boolean failure, boolean ignorable) {
            this.failure = failure;
            this.ignorable = ignorable;
        }

        /** Whether {@code maven.test.failure.ignore} turns it into a line of the log: verdicts yes, mistakes no. */
        boolean ignorable() {
            return ignorable;
        }

        /** Whether the build may go on. */
        boolean good() {
            return this == PASSED || this == SKIPPED;
        }
    }

    Outcome {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(message, "message");
    }

    /** The outcome of an exception whose message is ready to show. */
    static Outcome of(Kind kind, Exception finished) {
        return new Outcome(kind, String.valueOf(finished.getMessage()));
    }

    /** One outcome for several: the most telling kind, and all that is to be said. */
    static Outcome of(List<Outcome> outcomes) {
        Kind kind = outcomes.stream().map(Outcome::kind).min(Kind::compareTo).orElseThrow();
        return new Outcome(
                kind,
                outcomes.stream()
                        .filter(outcome -> kind.good() || !outcome.kind().good())
                        .map(Outcome::message)
                        .filter(message -> !message.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("\n")));
    }

    /** Ends the goal: returns if the build may go on, or else throws what tells Maven a failure from an error. */
    void end() throws MojoFailureException, MojoExecutionException {
        if (kind.good()) {
            return;
        }
        if (kind.failure) {
            throw new MojoFailureException(message);
        }
        throw new MojoExecutionException(message);
    }
}
