/** Values that a JSON Schema allows and an example does not show, made for tests of those that read such values. */
@NullMarked
package dev.wspact.internal.schema.variant;

import org.jspecify.annotations.NullMarked;
