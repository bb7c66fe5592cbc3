/** A notification service, as a team would write it that verifies it with wspact. */
@NullMarked
package dev.wspact.example;

import org.jspecify.annotations.NullMarked;
