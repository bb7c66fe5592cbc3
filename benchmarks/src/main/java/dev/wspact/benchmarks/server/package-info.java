/** The servers, which write bytes made beforehand and so cost as little as they can. */
@NullMarked
package dev.wspact.benchmarks.server;

import org.jspecify.annotations.NullMarked;
