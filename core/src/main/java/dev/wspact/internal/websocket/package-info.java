/** The WebSocket client: opening handshake, session and inbox. Tyrus stays here, and so do sockets. */
@NullMarked
package dev.wspact.internal.websocket;

import org.jspecify.annotations.NullMarked;
