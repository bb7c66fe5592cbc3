/** Model: what is said to a broker and what it answers. */
@NullMarked
package dev.wspact.broker;

import org.jspecify.annotations.NullMarked;
