/** The one notion of time that every wait of the engine shares. */
@NullMarked
package dev.wspact.internal.time;

import org.jspecify.annotations.NullMarked;
