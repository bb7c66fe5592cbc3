/** Brings the provider into its states, in process or by Pact's state-change URL. */
@NullMarked
package dev.wspact.internal.providerstate;

import org.jspecify.annotations.NullMarked;
