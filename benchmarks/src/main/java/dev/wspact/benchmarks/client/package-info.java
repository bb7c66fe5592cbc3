/** The same few operations on each WebSocket client that is compared. */
@NullMarked
package dev.wspact.benchmarks.client;

import org.jspecify.annotations.NullMarked;
