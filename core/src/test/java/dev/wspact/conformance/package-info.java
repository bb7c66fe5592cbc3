/** The cases of the Pact compatibility suite, played by a server on a real socket and judged through the front door. */
@NullMarked
package dev.wspact.conformance;

import org.jspecify.annotations.NullMarked;
