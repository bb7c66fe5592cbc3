/**
 * RFC 6455 on the byte level: frames cut out of a stream, checked, joined to messages and inflated (RFC 7692); and frames
 * written. Knows no socket and no library; the client, the mock and the tests share it.
 */
@NullMarked
package dev.wspact.internal.websocket.frame;

import org.jspecify.annotations.NullMarked;
