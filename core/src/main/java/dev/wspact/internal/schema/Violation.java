package dev.wspact.internal.schema;

import java.util.List;

/**
 * A violation before its place is put into words.
 *
 * @param steps the place in the value: {@code String} for a member, {@code Integer} for an element
 * @param keyword the keyword that failed
 * @param expected what it asks for
 * @param actual what was found
 */
record Violation(List<Object> steps, String keyword, String expected, String actual) {
    Violation {
        steps = List.copyOf(steps);
    }

    /** The place in Pact's notation. */
    String path() {
        StringBuilder path = new StringBuilder("$");
        for (Object step : steps) {
            path.append(step instanceof Integer index ? "[" + index + "]" : Pointers.pactStep(String.valueOf(step)));
        }
        return path.toString();
    }

    /** The place as a JSON Pointer. */
    String pointer() {
        StringBuilder pointer = new StringBuilder();
        steps.forEach(step -> pointer.append('/').append(Pointers.escape(String.valueOf(step))));
        return pointer.toString();
    }

    SchemaViolation toSchemaViolation() {
        return new SchemaViolation(path(), keyword, expected, actual);
    }
}
