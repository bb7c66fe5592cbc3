package dev.wspact.internal.reporting.html;

/**
 * A place on the page that links lead to.
 *
 * @param id unique on the page; lower-case letters, digits and hyphens
 */
record Anchor(String id) {
    Anchor {
        if (!id.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("\"" + id + "\" is no anchor");
        }
    }

    /** Where an interaction that is not passed is explained. */
    static Anchor interaction(int contract, int interaction) {
        return new Anchor("contract-" + contract + "-interaction-" + interaction);
    }

    /** Where a connection is shown. */
    static Anchor connection(int contract, int connection) {
        return new Anchor("contract-" + contract + "-connection-" + connection);
    }

    /** Where the frames of a connection are listed. */
    static Anchor frames(int contract, int connection) {
        return new Anchor("contract-" + contract + "-connection-" + connection + "-frames");
    }

    /** Where a received message of a connection is listed. */
    static Anchor message(int contract, int connection, long message) {
        return new Anchor("contract-" + contract + "-connection-" + connection + "-message-" + message);
    }
}
