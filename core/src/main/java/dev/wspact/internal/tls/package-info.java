/** Whom the engine's TLS connections trust. */
@NullMarked
package dev.wspact.internal.tls;

import org.jspecify.annotations.NullMarked;
