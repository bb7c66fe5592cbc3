/** Who may connect, and for how long. */
@NullMarked
package dev.wspact.example.token;

import org.jspecify.annotations.NullMarked;
