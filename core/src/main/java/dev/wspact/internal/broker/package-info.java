/** Talks to a Pact Broker: HAL over the JDK's HTTP client, links followed from the index, every answer bounded and checked. */
@NullMarked
package dev.wspact.internal.broker;

import org.jspecify.annotations.NullMarked;
