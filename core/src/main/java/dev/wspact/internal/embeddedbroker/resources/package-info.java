/** The documents of the broker's API, one class a kind of resource. */
@NullMarked
package dev.wspact.internal.embeddedbroker.resources;

import org.jspecify.annotations.NullMarked;
