package dev.wspact.internal.embeddedbroker.store;

/** How a version is in an environment. */
public enum Presence {
    /** A new deployment to the same environment and instance ends it. */
    DEPLOYED("deployed_version"),
    /** Stays until its support ends; many versions may be released at once. */
    RELEASED("released_version");

    private final String table;

    Presence(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }
}
