/** What the HTTP clients of the engine have in common: they take in no more than they were told to. */
@NullMarked
package dev.wspact.internal.http;

import org.jspecify.annotations.NullMarked;
