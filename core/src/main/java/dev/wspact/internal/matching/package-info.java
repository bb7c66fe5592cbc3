/** Judges one message against what a contract expects of it; pact-jvm's types stay here. */
@NullMarked
package dev.wspact.internal.matching;

import org.jspecify.annotations.NullMarked;
