/**
 * Brings the running service into the states that contracts name. On in profile {@code provider-states} only, and in
 * test code, so that it never reaches production.
 */
@NullMarked
package dev.wspact.example.providerstate;

import org.jspecify.annotations.NullMarked;
