/**
 * A language for contracts about WebSocket messages, beside pact-jvm's own: {@link
 * dev.wspact.junit5.dsl.WebSocketPactBuilder} is where to begin.
 */
@NullMarked
package dev.wspact.junit5.dsl;

import org.jspecify.annotations.NullMarked;
