/**
 * The service as a careless release would leave it: profile {@code broken} breaks four things that consumers rely on, so
 * that the example can show what wspact says then.
 */
@NullMarked
package dev.wspact.example.broken;

import org.jspecify.annotations.NullMarked;
