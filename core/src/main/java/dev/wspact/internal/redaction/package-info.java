/** What is secret, and how it is taken out of results and texts. */
@NullMarked
package dev.wspact.internal.redaction;

import org.jspecify.annotations.NullMarked;
