/** The WebSocket side: the handshake, the messages in both directions, and the clients that are connected. */
@NullMarked
package dev.wspact.example.websocket;

import org.jspecify.annotations.NullMarked;
