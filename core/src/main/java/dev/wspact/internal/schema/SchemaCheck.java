package dev.wspact.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.internal.regex.BoundedPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Finds what is wrong in a schema although its meta-schema allows it: references, patterns, endless recursion. */
final class SchemaCheck {
    private final SchemaDocument document;
    /** The schemas that a schema applies to the same value, by pointer. */
    private final Map<String, List<String>> sameValue = new LinkedHashMap<>();

    private SchemaCheck(SchemaDocument document) {
        this.document = document;
    }

    static void check(SchemaDocument document) throws InvalidSchemaException {
        SchemaCheck check = new SchemaCheck(document);
        // a reference may lead to a schema that was not known before: go on until there is none
        int known = 0;
        while (known < document.schemas().size()) {
            List<Subschema> schemas = new ArrayList<>(document.schemas());
            for (Subschema schema : schemas.subList(known, schemas.size())) {
                check.check(schema);
            }
            known = schemas.size();
        }
        EndlessReferences.check(check.sameValue);
    }

    private void check(Subschema schema) throws InvalidSchemaException {
        checkPatterns(schema);
        List<String> targets = new ArrayList<>();
        sameValue.put(schema.pointer(), targets);
        document.children(schema).forEach((pointer, child) -> {
            if (Keywords.applyToSameValue(pointer)) {
                targets.add(child.pointer());
            }
        });
        for (String keyword : List.of("$ref", "$dynamicRef", "$recursiveRef")) {
            JsonNode reference = schema.node().path(keyword);
            if (reference.isTextual() && Keywords.known(keyword, document.draft())) {
                follow(schema, keyword, reference.textValue()).ifPresent(target -> targets.add(target.pointer()));
            }
        }
    }

    private Optional<Subschema> follow(Subschema from, String keyword, String reference) throws InvalidSchemaException {
        Optional<Subschema> target = document.resolve(from, reference);
        String address = document.address(from, reference).toString();
        if (target.isEmpty() && Draft.named(address).isEmpty()) {
            throw References.leadsNowhere(from.pointer() + "/" + keyword, reference, address);
        }
        return target;
    }

    private static void checkPatterns(Subschema schema) throws InvalidSchemaException {
        JsonNode pattern = schema.node().path("pattern");
        if (pattern.isTextual()) {
            checkPattern(pattern.textValue(), schema.pointer() + "/pattern");
        }
        for (String name : schema.node().path("patternProperties").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toList())) {
            checkPattern(name, schema.pointer() + "/patternProperties/" + Pointers.escape(name));
        }
    }

    private static void checkPattern(String regex, String pointer) throws InvalidSchemaException {
        try {
            BoundedPattern.ecmaScript(regex);
        } catch (PatternSyntaxException e) {
            String where = e.getIndex() < 0 ? "" : ", at character " + (e.getIndex() + 1);
            throw new InvalidSchemaException(
                    pointer,
                    "\"" + regex + "\" is no regular expression that can be used: " + e.getDescription() + where,
                    "Write a regular expression of ECMAScript; docs/contract-format.md names the parts of it that are not supported");
        }
    }
}
