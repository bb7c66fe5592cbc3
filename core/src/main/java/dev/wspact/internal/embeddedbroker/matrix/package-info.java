/** Which versions may be deployed together: the matrix of pacts and results, and what follows from it. */
@NullMarked
package dev.wspact.internal.embeddedbroker.matrix;

import org.jspecify.annotations.NullMarked;
