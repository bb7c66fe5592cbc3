/** Strict reading and canonical writing of JSON, for contracts and for messages alike. The only home of Jackson's configuration. */
@NullMarked
package dev.wspact.internal.json;

import org.jspecify.annotations.NullMarked;
