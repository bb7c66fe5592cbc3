/**
 * How a verification is to be done: {@link dev.wspact.verification.VerificationOptions options}, and what the caller
 * contributes while it runs (provider states, headers, a listener). Data and interfaces only.
 */
@NullMarked
package dev.wspact.verification;

import org.jspecify.annotations.NullMarked;
