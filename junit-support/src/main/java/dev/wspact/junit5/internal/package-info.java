/** What the extensions do: find what a test declares, play it, prove it, write it. No API. */
@NullMarked
package dev.wspact.junit5.internal;

import org.jspecify.annotations.NullMarked;
