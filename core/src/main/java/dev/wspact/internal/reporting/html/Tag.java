package dev.wspact.internal.reporting.html;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The start of an element.
 *
 * @param name of the element
 * @param attributes in their order
 */
record Tag(String name, List<Attribute> attributes) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*");

    Tag {
        if (!NAME.matcher(name).matches() || name.equals("script")) {
            throw new IllegalArgumentException("\"" + name + "\" is no element that a report may have");
        }
        attributes = List.copyOf(attributes);
    }

    static Tag of(String name, Attribute... attributes) {
        return new Tag(name, List.of(attributes));
    }

    /** An element of a class in the style sheet. */
    static Tag of(String name, String classes) {
        return of(name, Attribute.classes(classes));
    }
}
