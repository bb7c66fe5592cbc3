/** Whole verifications through the front door, over a real socket: from files to the text that a user reads. */
@NullMarked
package dev.wspact.endtoend;

import org.jspecify.annotations.NullMarked;
