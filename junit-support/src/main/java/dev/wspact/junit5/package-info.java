/** WebSocket contracts in JUnit tests, beside pact-jvm's own annotations. */
@NullMarked
package dev.wspact.junit5;

import org.jspecify.annotations.NullMarked;
