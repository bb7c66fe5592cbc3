package dev.wspact.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the schemas that were reached together into one document, with references that lead around in it. */
final class BundleAssembly {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ReachedSchemas reached;
    private final SchemaFile startFile;
    private final String startPointer;

    BundleAssembly(ReachedSchemas reached) {
        this.reached = reached;
        this.startFile = reached.start().file();
        this.startPointer = reached.start().schema().pointer();
    }

    JsonNode schema() throws InvalidSchemaException {
        if (!(copy(reached.start()) instanceof ObjectNode start)) {
            // true or false, which refer to nothing
            return reached.start().schema().node();
        }
        ObjectNode bundle = JSON.objectNode();
        JsonNode draft = startFile.document().root().path("$schema");
        if (!draft.isMissingNode()) {
            bundle.set("$schema", draft);
        }
        bundle.setAll(start);
        for (SchemaFile file : reached.files()) {
            addTargets(file, bundle);
        }
        return bundle;
    }

    private void addTargets(SchemaFile file, ObjectNode bundle) throws InvalidSchemaException {
        Set<String> there = new HashSet<>();
        if (file.equals(startFile)) {
            there.addAll(reached.region(reached.start()).keySet());
        }
        for (Subschema target : reached.targets(file)) {
            SchemaPlace place = new SchemaPlace(file, target);
            if (!there.contains(target.pointer())) {
                put(place, bundle);
                there.addAll(reached.region(place).keySet());
            }
        }
    }

    /** A copy of a schema with references that fit the bundle, and without definitions that were not asked for. */
    private JsonNode copy(SchemaPlace place) throws InvalidSchemaException {
        JsonNode copy = place.schema().node().deepCopy();
        Map<String, Subschema> region = reached.region(place);
        int start = place.schema().pointer().length();
        for (Subschema schema : region.values()) {
            if (copy.at(schema.pointer().substring(start)) instanceof ObjectNode object) {
                rejectDynamic(place.file(), schema);
                object.remove(
                        List.of(place.file().document().draft().idKeyword(), "$anchor", "$dynamicAnchor", "$schema"));
                SchemaPlace target = reached.references(place.file()).get(schema.pointer());
                if (target != null) {
                    object.put("$ref", fragment(pointer(target)));
                }
            }
        }
        // in the end, since it takes away what the loop looks into
        for (Subschema schema : region.values()) {
            if (copy.at(schema.pointer().substring(start)) instanceof ObjectNode object) {
                removeDefinitions(object, schema.pointer(), region.keySet());
            }
        }
        return copy;
    }

    private static void removeDefinitions(ObjectNode schema, String pointer, Set<String> kept) {
        for (String keyword : List.of("$defs", "definitions")) {
            if (schema.get(keyword) instanceof ObjectNode definitions) {
                List<String> names = new ArrayList<>();
                definitions.fieldNames().forEachRemaining(names::add);
                names.removeIf(name -> kept.contains(pointer + "/" + keyword + "/" + Pointers.escape(name)));
                definitions.remove(names);
                if (definitions.isEmpty()) {
                    schema.remove(keyword);
                }
            }
        }
    }

    /** Where in the bundle a schema stands. */
    private String pointer(SchemaPlace place) {
        String pointer = place.schema().pointer();
        boolean inStart = place.file().equals(startFile)
                && (pointer.equals(startPointer) || pointer.startsWith(startPointer + "/"));
        return inStart ? pointer.substring(startPointer.length()) : place.file().prefix() + pointer;
    }

    /** Puts a copy where it stands in its file; of what lies around it, there is only as much as leads to it. */
    private void put(SchemaPlace place, ObjectNode bundle) throws InvalidSchemaException {
        String[] tokens = pointer(place).substring(1).split("/", -1);
        ContainerNode<?> at = bundle;
        String path = "";
        for (String token : List.of(tokens).subList(0, tokens.length - 1)) {
            path += "/" + token;
            at = child(at, Pointers.unescape(token), isArray(place.file(), path));
        }
        set(at, Pointers.unescape(tokens[tokens.length - 1]), copy(place));
    }

    /** Whether an array stands in a file where a path of the bundle leads to. */
    private boolean isArray(SchemaFile file, String path) {
        JsonNode root = file.document().root();
        if (file.prefix().isEmpty() || !path.startsWith(file.prefix() + "/")) {
            return file.equals(startFile) && root.at(startPointer + path).isArray();
        }
        return root.at(path.substring(file.prefix().length())).isArray();
    }

    private static ContainerNode<?> child(ContainerNode<?> parent, String token, boolean array) {
        JsonNode there = parent.isArray() ? parent.path(Integer.parseInt(token)) : parent.path(token);
        if (there instanceof ContainerNode<?> container && container.isArray() == array) {
            return container;
        }
        ContainerNode<?> made = array ? JSON.arrayNode() : JSON.objectNode();
        set(parent, token, made);
        return made;
    }

    private static void set(ContainerNode<?> parent, String token, JsonNode value) {
        if (parent instanceof ArrayNode elements) {
            int index = Integer.parseInt(token);
            while (elements.size() <= index) {
                // a schema that asks for nothing, in every draft
                elements.addObject();
            }
            elements.set(index, value);
        } else if (parent instanceof ObjectNode members) {
            members.set(token, value);
        }
    }

    private static String fragment(String pointer) {
        try {
            return pointer.isEmpty() ? "#" : "#" + new URI(null, null, pointer).getRawFragment();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a fragment can hold any character, encoded", e);
        }
    }

    private void rejectDynamic(SchemaFile file, Subschema schema) throws InvalidSchemaException {
        for (String keyword : List.of("$dynamicRef", "$recursiveRef")) {
            if (schema.node().has(keyword)) {
                boolean part = !startPointer.isEmpty();
                throw new InvalidSchemaException(
                                schema.pointer() + "/" + keyword,
                                "a schema with " + keyword + " cannot be "
                                        + (part ? "taken out of its file" : "bundled with other files"),
                                "Write $ref instead, or "
                                        + (part ? "name a whole file" : "put everything into one file"))
                        .in(file.path());
            }
        }
    }
}
