/** Servers that break exactly one thing, and the interactions that must turn red for it. */
@NullMarked
package dev.wspact.mutants;

import org.jspecify.annotations.NullMarked;
