@NullMarked
package dev.wspact.planted.message;

import org.jspecify.annotations.NullMarked;
