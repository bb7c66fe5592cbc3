/**
 * Servers that do wrong, verified through the front door in a JVM with a small heap: each has a verdict that it must get, a
 * close that it must hear, and leaves nothing behind.
 */
@NullMarked
package dev.wspact.hostile;

import org.jspecify.annotations.NullMarked;
