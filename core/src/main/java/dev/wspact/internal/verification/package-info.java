/** Runs a verification: plan, provider states, connection, classification, verdicts. */
@NullMarked
package dev.wspact.internal.verification;

import org.jspecify.annotations.NullMarked;
