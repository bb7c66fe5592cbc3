/** The embedded broker: who serves a store, and where. Its parts are in the packages below. */
@NullMarked
package dev.wspact.internal.embeddedbroker;

import org.jspecify.annotations.NullMarked;
