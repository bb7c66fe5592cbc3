package dev.wspact.internal.reporting.html;

import java.time.Duration;

/**
 * A time in which messages went over a connection that were judged, but not kept.
 *
 * @param from the last one kept before
 * @param to the first one kept after
 * @param messages how many lie between
 */
record Gap(Duration from, Duration to, long messages) {}
