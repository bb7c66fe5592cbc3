@NullMarked
package dev.wspact.planted.internal.anywhere;

import org.jspecify.annotations.NullMarked;
