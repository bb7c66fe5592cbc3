/** What goes wrong, what the user then reads, and docs/troubleshooting.md, which shows both. */
@NullMarked
package dev.wspact.trouble;

import org.jspecify.annotations.NullMarked;
