/**
 * Recordings of WebSocket traffic: our own JSON Lines, written as the traffic goes by and read back, and HAR files of
 * browsers; and sessions that note what they see, or play what was noted.
 */
@NullMarked
package dev.wspact.internal.recording;

import org.jspecify.annotations.NullMarked;
