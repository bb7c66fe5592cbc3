package dev.wspact.internal.embeddedbroker.matrix;

import org.jspecify.annotations.Nullable;

/** Which versions of the others are meant: those that the asked-for version would meet. */
public record Target(boolean latest, @Nullable String tag, @Nullable String environment, boolean mainBranch) {
    /** Those that are deployed to or released in an environment. */
    public static Target environment(String name) {
        return new Target(false, null, name, false);
    }

    /** The latest with a tag. */
    public static Target tag(String name) {
        return new Target(true, name, null, false);
    }

    boolean isGiven() {
        return latest || tag != null || environment != null || mainBranch;
    }

    boolean isPlace() {
        return tag != null || environment != null || mainBranch;
    }

    VersionSelector selectorFor(String pacticipant) {
        return new VersionSelector(pacticipant, null, latest, null, tag, environment, mainBranch);
    }
}
