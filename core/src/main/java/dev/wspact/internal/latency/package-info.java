/** How long messages take, counted in bounded memory; home of HdrHistogram. */
@NullMarked
package dev.wspact.internal.latency;

import org.jspecify.annotations.NullMarked;
