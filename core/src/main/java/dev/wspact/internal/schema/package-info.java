/** JSON Schema behind an interface of our own; networknt's validator stays here. */
@NullMarked
package dev.wspact.internal.schema;

import org.jspecify.annotations.NullMarked;
