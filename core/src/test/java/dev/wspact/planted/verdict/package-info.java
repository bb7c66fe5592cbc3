@NullMarked
package dev.wspact.planted.verdict;

import org.jspecify.annotations.NullMarked;
