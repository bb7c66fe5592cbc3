/** Which pacts a provider has to verify, and why. */
@NullMarked
package dev.wspact.internal.embeddedbroker.selection;

import org.jspecify.annotations.NullMarked;
