@NullMarked
package dev.wspact.planted.contract;

import org.jspecify.annotations.NullMarked;
