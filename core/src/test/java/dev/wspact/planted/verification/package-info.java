@NullMarked
package dev.wspact.planted.verification;

import org.jspecify.annotations.NullMarked;
