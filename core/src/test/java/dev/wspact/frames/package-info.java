/** What a result says about the frames of a connection, verified through the front door over a real socket. */
@NullMarked
package dev.wspact.frames;

import org.jspecify.annotations.NullMarked;
