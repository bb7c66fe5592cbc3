@NullMarked
package dev.wspact.planted.internal.egg;

import org.jspecify.annotations.NullMarked;
