package dev.wspact.internal.embeddedbroker.matrix;

import dev.wspact.internal.embeddedbroker.store.Version;

/** Selectors in words, as the Pact Broker says them. */
final class SelectorTexts {
    private SelectorTexts() {}

    /** What a selector means, for the reason of an answer. */
    static String description(ResolvedSelector resolved) {
        VersionSelector selector = resolved.selector();
        String name = resolved.pacticipant();
        Version version = resolved.version();
        if (version == null) {
            return missing(resolved);
        }
        String number = " (" + version.number() + ")";
        String one = resolved.isOneOfMany() ? "one of the versions" : "the version";
        if (selector.latest() && selector.tag() != null) {
            return "the latest version of " + name + " with tag " + selector.tag() + number;
        }
        if (resolved.branch() != null) {
            return (selector.latest() ? "the latest version" : one) + " of " + name + " from branch "
                    + resolved.branch() + number;
        }
        if (selector.latest()) {
            return "the latest version of " + name + number;
        }
        if (selector.tag() != null) {
            return "a version of " + name + " with tag " + selector.tag() + number;
        }
        if (selector.environment() != null) {
            return one + " of " + name + " currently in " + selector.environment() + number;
        }
        return "version " + version.number() + " of " + name;
    }

    private static String missing(ResolvedSelector resolved) {
        VersionSelector selector = resolved.selector();
        String name = resolved.pacticipant();
        String none = " (no such version exists)";
        if (selector.latest() && selector.tag() != null) {
            return "the latest version of " + name + " with tag " + selector.tag() + none;
        }
        if (selector.mainBranch()) {
            return (selector.latest() ? "the latest" : "any") + " version of " + name
                    + " from the main branch (no versions exist for this branch)";
        }
        if (selector.branch() != null) {
            return (selector.latest() ? "the latest" : "a") + " version of " + name + " from branch "
                    + selector.branch() + none;
        }
        if (selector.latest()) {
            return "the latest version of " + name + none;
        }
        if (selector.tag() != null) {
            return "a version of " + name + " with tag " + selector.tag() + none;
        }
        if (selector.environment() != null) {
            return "a version of " + name + " currently in " + selector.environment()
                    + " (no version is currently recorded as deployed/released in this environment)";
        }
        if (selector.version() != null) {
            return "version " + selector.version() + " of " + name + none;
        }
        return "any version of " + name + (resolved.pacticipantId() < 0 ? " (no such pacticipant exists)" : "");
    }

    /** That a selector means nothing. */
    static String doesNotExist(ResolvedSelector resolved) {
        VersionSelector selector = resolved.selector();
        String name = resolved.pacticipant();
        if (selector.tag() != null) {
            return "No version with tag " + selector.tag() + " exists for " + name;
        }
        if (selector.branch() != null) {
            return "No version of " + name + " from branch " + selector.branch() + " exists";
        }
        if (selector.mainBranch()) {
            return "No version of " + name + " from the main branch exists";
        }
        if (selector.environment() != null) {
            return "No version of " + name + " is currently recorded as deployed or released in environment "
                    + selector.environment();
        }
        return "No pacts or verifications have been published for "
                + (selector.version() == null ? "" : "version " + selector.version() + " of ") + name;
    }
}
