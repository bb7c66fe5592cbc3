/** Non-blocking TCP and TLS for any number of connections on one thread; knows nothing of HTTP or WebSocket. */
@NullMarked
package dev.wspact.internal.websocket.io;

import org.jspecify.annotations.NullMarked;
