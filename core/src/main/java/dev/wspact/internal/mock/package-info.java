/** The mock provider: a WebSocket server that plays contracts to a client, and what proves that the client used them. */
@NullMarked
package dev.wspact.internal.mock;

import org.jspecify.annotations.NullMarked;
