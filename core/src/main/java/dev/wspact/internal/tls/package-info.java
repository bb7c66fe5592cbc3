/** Whom the engine's TLS connections trust, and which certificate they show. */
@NullMarked
package dev.wspact.internal.tls;

import org.jspecify.annotations.NullMarked;
