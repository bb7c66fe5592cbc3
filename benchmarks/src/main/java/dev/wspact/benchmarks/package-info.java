/** Runs the benchmarks: each measurement in a JVM of its own, the libraries in turns. */
@NullMarked
package dev.wspact.benchmarks;

import org.jspecify.annotations.NullMarked;
