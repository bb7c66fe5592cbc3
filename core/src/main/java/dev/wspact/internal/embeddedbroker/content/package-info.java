/** What the broker makes of a pact's text: its hash, the ids of its interactions, what differs between two. */
@NullMarked
package dev.wspact.internal.embeddedbroker.content;

import org.jspecify.annotations.NullMarked;
