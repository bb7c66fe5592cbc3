package dev.wspact.internal.embeddedbroker.selection;

import org.jspecify.annotations.Nullable;

/**
 * Which consumer versions' pacts a provider has to verify.
 *
 * @param latest whether the request says so, or its branch implies it
 * @param fallbackTag taken where no pact has the tag
 * @param consumer the only consumer that is meant; null for all
 */
public record ConsumerSelector(
        boolean mainBranch,
        boolean latest,
        @Nullable String branch,
        @Nullable String tag,
        @Nullable String fallbackTag,
        boolean deployed,
        boolean released,
        @Nullable String environment,
        @Nullable String consumer) {
    static ConsumerSelector mainBranchOf(String consumer) {
        return new ConsumerSelector(true, false, null, null, null, false, false, null, consumer);
    }

    static ConsumerSelector latestOf(String consumer) {
        return new ConsumerSelector(false, true, null, null, null, false, false, null, consumer);
    }

    static ConsumerSelector latestTagged(String tag, @Nullable String consumer) {
        return new ConsumerSelector(false, true, null, tag, null, false, false, null, consumer);
    }

    static ConsumerSelector headOf(String branch) {
        return new ConsumerSelector(false, true, branch, null, null, false, false, null, null);
    }

    static ConsumerSelector anyDeployed() {
        return new ConsumerSelector(false, false, null, null, null, true, false, null, null);
    }

    static ConsumerSelector anyReleased() {
        return new ConsumerSelector(false, false, null, null, null, false, true, null, null);
    }

    /** The same, which then says that it fell back. */
    ConsumerSelector withoutFallback() {
        return new ConsumerSelector(mainBranch, latest, branch, tag, null, deployed, released, environment, consumer);
    }

    Kind kind() {
        if (mainBranch) {
            return Kind.MAIN_BRANCH;
        }
        if (branch != null) {
            return Kind.BRANCH;
        }
        if (deployed) {
            return Kind.DEPLOYED;
        }
        if (released) {
            return Kind.RELEASED;
        }
        if (environment != null) {
            return Kind.ENVIRONMENT;
        }
        if (tag != null) {
            return latest ? Kind.LATEST_TAGGED : Kind.TAGGED;
        }
        return Kind.LATEST;
    }

    /** In the order in which the Pact Broker names them. */
    enum Kind {
        LATEST,
        BRANCH,
        LATEST_TAGGED,
        TAGGED,
        DEPLOYED,
        RELEASED,
        ENVIRONMENT,
        MAIN_BRANCH
    }
}
