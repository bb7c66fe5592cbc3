/** What provider tests do with pact-jvm's interactions, state methods and results, and with Spring; knows no test target. */
@NullMarked
package dev.wspact.junit5.internal.provider;

import org.jspecify.annotations.NullMarked;
