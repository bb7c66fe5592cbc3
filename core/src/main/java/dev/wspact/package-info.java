/**
 * The front door: what a user starts from. {@link dev.wspact.ContractFiles} reads what consumers rely on,
 * {@link dev.wspact.ProviderVerifier} proves it against a running server, {@link dev.wspact.Reports} tells what was found,
 * {@link dev.wspact.MockProvider} plays it to the consumer.
 */
@NullMarked
package dev.wspact;

import org.jspecify.annotations.NullMarked;
