/** What passes between pact-jvm's types and wspact's: pacts as text, values as JSON, names from annotations. */
@NullMarked
package dev.wspact.junit5.internal.pactjvm;

import org.jspecify.annotations.NullMarked;
