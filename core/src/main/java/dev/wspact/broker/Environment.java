package dev.wspact.broker;

import java.util.Objects;

/**
 * A place to which versions are deployed or released.
 *
 * @param name its name, without spaces
 * @param displayName its name for people
 * @param production whether it is used by real users
 */
public record Environment(String name, String displayName, boolean production) {
    /** Rejects a blank name. */
    public Environment {
        PacticipantVersion.requireText(name, "name");
        Objects.requireNonNull(displayName, "displayName");
    }
}
