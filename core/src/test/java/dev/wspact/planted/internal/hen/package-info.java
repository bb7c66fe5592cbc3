@NullMarked
package dev.wspact.planted.internal.hen;

import org.jspecify.annotations.NullMarked;
