/**
 * What travels over a WebSocket: {@link dev.wspact.message.Payload payloads}, {@link dev.wspact.message.CapturedMessage
 * captured messages}, the answer to the opening handshake and the close. Data only; nothing here knows sockets.
 */
@NullMarked
package dev.wspact.message;

import org.jspecify.annotations.NullMarked;
