/** Drafts of contracts, inferred from recorded traffic for a person to tighten. */
@NullMarked
package dev.wspact.internal.inference;

import org.jspecify.annotations.NullMarked;
