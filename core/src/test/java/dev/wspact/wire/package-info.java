/** A WebSocket server that plays scripts byte for byte, for every test that needs a good or a hostile server. */
@NullMarked
package dev.wspact.wire;

import org.jspecify.annotations.NullMarked;
