package dev.wspact.internal.reporting.html;

/**
 * How long a page has become. A page has no limit, because no failure may be lost; but what is not needed to understand one
 * is left out when it is long, so that it opens at once.
 */
record Room(int used) {
    private static final int PLENTY = 700_000;
    private static final int ENOUGH = 1_200_000;

    static Room of(Html html) {
        return new Room(html.length());
    }

    /** Whether there is room for contents in full. */
    boolean plenty() {
        return used < PLENTY;
    }

    /** Whether there is room for what did not fail. */
    boolean enough() {
        return used < ENOUGH;
    }
}
