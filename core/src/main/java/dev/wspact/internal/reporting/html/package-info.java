/** The report that people read in a browser: one page without script, made from result files. */
@NullMarked
package dev.wspact.internal.reporting.html;

import org.jspecify.annotations.NullMarked;
