/** Code that breaks the rules, so that they are seen to fail. */
@NullMarked
package dev.wspact.junit5.planted.internal;

import org.jspecify.annotations.NullMarked;
