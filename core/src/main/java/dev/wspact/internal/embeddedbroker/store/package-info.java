/** The relations of the broker in one H2 database, and all SQL; home of H2. */
@NullMarked
package dev.wspact.internal.embeddedbroker.store;

import org.jspecify.annotations.NullMarked;
