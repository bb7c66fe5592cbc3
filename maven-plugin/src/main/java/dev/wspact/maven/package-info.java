/** One goal a class; each turns its parameters into options for the core and verdicts into Maven's outcome. */
@NullMarked
package dev.wspact.maven;

import org.jspecify.annotations.NullMarked;
