package dev.wspact.internal.contractfile;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in a YAML document. Written out as a pointer only where that is asked for: of values that are
 * nested deeply below long names, all pointers together would be far larger than the file.
 *
 * @param parent where the value around it stands; null for the document
 * @param token the last reference token of the pointer
 * @param length how long the pointer is
 */
record YamlPath(@Nullable YamlPath parent, String token, int length) {
    /** The whole document. */
    static final YamlPath ROOT = new YamlPath(null, "", 0);

    /** A member or element of the value here. */
    YamlPath child(String name) {
        String escaped = Located.escaped(name);
        return new YamlPath(this, escaped, length + 1 + escaped.length());
    }

    /** The JSON Pointer (RFC 6901). */
    String pointer() {
        Deque<String> tokens = new ArrayDeque<>();
        for (YamlPath step = this; step.parent != null; step = step.parent) {
            tokens.push(step.token);
        }
        StringBuilder pointer = new StringBuilder(length);
        tokens.forEach(name -> pointer.append('/').append(name));
        return pointer.toString();
    }
}
