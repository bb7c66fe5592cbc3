package dev.wspact.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The schemas that judging by one schema can come to: those within it, what their references lead to, and so on.
 * Definitions count only where something refers to them, but for those of a document that is taken as a whole. Confined
 * to one thread.
 */
final class ReachedSchemas {
    private final SchemaFiles files;
    private final SchemaPlace start;
    private final Deque<SchemaPlace> open = new ArrayDeque<>();
    private final Map<SchemaFile, Map<String, Subschema>> targets = new LinkedHashMap<>();
    private final Map<SchemaFile, Map<String, SchemaPlace>> references = new HashMap<>();

    private ReachedSchemas(SchemaFiles files, SchemaPlace start) {
        this.files = files;
        this.start = start;
    }

    static ReachedSchemas from(SchemaPlace start, SchemaFiles files) throws InvalidSchemaException {
        ReachedSchemas reached = new ReachedSchemas(files, start);
        reached.enter(start);
        while (!reached.open.isEmpty()) {
            reached.follow(reached.open.remove());
        }
        return reached;
    }

    /** The schema that it all begins with. */
    SchemaPlace start() {
        return start;
    }

    /** The files that something is needed of, in the order in which they were found. */
    List<SchemaFile> files() {
        return List.copyOf(targets.keySet());
    }

    /** What is referred to in a file, the outermost first. */
    List<Subschema> targets(SchemaFile file) {
        return targets.getOrDefault(file, Map.of()).values().stream()
                .sorted(Comparator.comparingInt(
                                (Subschema schema) -> schema.pointer().length())
                        .thenComparing(Subschema::pointer))
                .toList();
    }

    /** What the reference of a schema leads to, by the pointer to the schema. */
    Map<String, SchemaPlace> references(SchemaFile file) {
        return references.getOrDefault(file, Map.of());
    }

    /** A schema and those within it, by pointer, the outermost first. */
    Map<String, Subschema> region(SchemaPlace place) {
        boolean whole = place.equals(start) && place.schema().pointer().isEmpty();
        Map<String, Subschema> region = new LinkedHashMap<>();
        Deque<Subschema> inside = new ArrayDeque<>(List.of(place.schema()));
        while (!inside.isEmpty()) {
            Subschema schema = inside.remove();
            region.put(schema.pointer(), schema);
            place.file().document().children(schema).forEach((pointer, child) -> {
                if (whole || !Keywords.defines(pointer)) {
                    inside.add(child);
                }
            });
        }
        return region;
    }

    private void enter(SchemaPlace target) {
        Map<String, Subschema> inFile = targets.computeIfAbsent(target.file(), file -> new TreeMap<>());
        if (inFile.putIfAbsent(target.schema().pointer(), target.schema()) == null) {
            open.add(target);
        }
    }

    private void follow(SchemaPlace from) throws InvalidSchemaException {
        SchemaFile file = from.file();
        Map<String, SchemaPlace> found = references.computeIfAbsent(file, any -> new HashMap<>());
        for (Subschema schema : new ArrayList<>(region(from).values())) {
            JsonNode reference = schema.node().path("$ref");
            if (reference.isTextual()
                    && !found.containsKey(schema.pointer())
                    && !SchemaFiles.isMetaSchema(file.document().address(schema, reference.textValue()))) {
                SchemaPlace target = files.resolve(file, schema, reference.textValue());
                found.put(schema.pointer(), target);
                enter(target);
            }
        }
    }
}
