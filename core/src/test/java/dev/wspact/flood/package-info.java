/** A million messages in a small heap. */
@NullMarked
package dev.wspact.flood;

import org.jspecify.annotations.NullMarked;
