package dev.wspact.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * HTTP header fields of an opening handshake. Names match without case
 * (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.1">RFC 9110 section 5.1</a>); the order of values is kept.
 *
 * @param fields values by name, sorted by name without case; unmodifiable
 */
public record Headers(Map<String, List<String>> fields) {
    /** No header fields. */
    public static final Headers NONE = new Headers(Map.of());

    /** Copies the fields; values of names that differ only in case are joined under the first. */
    public Headers {
        Objects.requireNonNull(fields, "fields");
        Map<String, List<String>> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.forEach((name, values) ->
                sorted.computeIfAbsent(name, key -> new ArrayList<>()).addAll(values));
        sorted.replaceAll((name, values) -> List.copyOf(values));
        fields = Collections.unmodifiableMap(sorted);
    }

    /** The values of one field in the order they were given; empty if the field is absent. */
    public List<String> values(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** Whether there are no fields. */
    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** These fields and the others; where both have a name, the others' values stand alone. */
    public Headers overriddenBy(Headers others) {
        Map<String, List<String>> both = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        both.putAll(fields);
        others.fields.forEach((name, values) -> {
            both.remove(name);
            both.put(name, values);
        });
        return new Headers(both);
    }
}
