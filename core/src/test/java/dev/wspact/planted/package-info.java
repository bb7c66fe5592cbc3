/** A house in which every rule of {@link dev.wspact.ArchitectureRules} is broken once; nothing else uses it. */
@NullMarked
package dev.wspact.planted;

import org.jspecify.annotations.NullMarked;
