@NullMarked
package dev.wspact.planted.stray;

import org.jspecify.annotations.NullMarked;
