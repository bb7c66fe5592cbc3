package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.internal.schema.InvalidSchemaException;
import dev.wspact.internal.schema.SchemaBundle;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The name of a schema in a contract.yaml: a file, and behind a number sign what is meant in it, as in a reference (a
 * JSON Pointer, an anchor, or the {@code $id} of a schema within).
 *
 * @param name the whole of it, where it stands
 * @param file the file's path
 * @param fragment what is meant in it, percent-decoded; empty for all of it
 */
record SchemaPath(Located name, Located file, String fragment) {
    /**
     * The parts of a name. A file whose own name has a number sign is found too.
     *
     * @param exists whether there is such a file
     */
    static SchemaPath of(Located name, Predicate<Located> exists) {
        String text = name.text();
        int sign = text.indexOf('#');
        if (sign < 0 || exists.test(name)) {
            return new SchemaPath(name, name, "");
        }
        if (sign == 0) {
            throw name.error(
                    name.name() + " names no file before the #",
                    "Write the path of the file that holds the schema, as in schemas/all.json#/$defs/name");
        }
        TextNode path = TextNode.valueOf(text.substring(0, sign));
        return new SchemaPath(name, new Located(name.document(), name.pointer(), path), decoded(text.substring(sign)));
    }

    /** Percent-encoded as in a reference, or as plain text if it cannot be that. */
    private static String decoded(String fragment) {
        try {
            return String.valueOf(URI.create(fragment).getFragment());
        } catch (IllegalArgumentException plain) {
            return fragment.substring(1);
        }
    }

    /**
     * The schema in the file.
     *
     * @param root the file's whole content
     * @throws ContractFormatException if it is not there; says what is
     */
    Located find(Located root) {
        try {
            Optional<String> pointer = SchemaBundle.pointer(root.value(), fragment);
            if (pointer.isEmpty()) {
                throw fragment.startsWith("/") ? noPointer(root) : noName(root);
            }
            return new Located(root.document(), pointer.get(), root.value().at(pointer.get()));
        } catch (InvalidSchemaException e) {
            throw new Located(root.document(), e.pointer(), root.value()).error(e.problem(), e.remedy());
        }
    }

    private ContractFormatException noPointer(Located root) {
        JsonNode value = root.value().at(fragment);
        Located there = new Located(root.document(), fragment, value);
        if (!value.isMissingNode()) {
            return name.error(
                    "%s leads to %s, which is no schema but %s".formatted(name.name(), there.place(), there.words()),
                    "A schema is an object, true or false: correct what stands behind the #");
        }
        String above = fragment;
        JsonNode parent = value;
        while (parent.isMissingNode()) {
            above = above.substring(0, above.lastIndexOf('/'));
            parent = root.value().at(above);
        }
        String missing = fragment.substring(above.length() + 1).replaceFirst("/.*", "");
        List<String> members = new ArrayList<>();
        parent.fieldNames().forEachRemaining(members::add);
        String place = new Located(root.document(), above, parent).place().toString();
        return nothing(place, missing.replace("~1", "/").replace("~0", "~"), members);
    }

    private ContractFormatException noName(Located root) throws InvalidSchemaException {
        Set<String> names = SchemaBundle.names(root.value());
        return name.error(
                "%s leads to #%s in %s, where no schema has that name by $anchor or $id"
                        .formatted(name.name(), fragment, root.document().source()),
                names.isEmpty()
                        ? "Write a JSON Pointer behind the #, as in #/$defs/" + fragment
                        : DidYouMean.remedy(fragment, names));
    }

    private ContractFormatException nothing(String place, String missing, List<String> members) {
        return name.error(
                "%s leads to #%s, but at %s there is no \"%s\"".formatted(name.name(), fragment, place, missing),
                members.isEmpty() ? "Correct what stands behind the #" : DidYouMean.remedy(missing, members));
    }
}
