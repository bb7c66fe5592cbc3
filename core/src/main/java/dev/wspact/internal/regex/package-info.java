/** Regular expressions that end by a deadline. */
@NullMarked
package dev.wspact.internal.regex;

import org.jspecify.annotations.NullMarked;
