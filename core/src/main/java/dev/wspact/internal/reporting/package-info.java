/** Result files, and every text that is made from them. All wording of verdicts lives here. */
@NullMarked
package dev.wspact.internal.reporting;

import org.jspecify.annotations.NullMarked;
