package dev.wspact.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A schema with everything that its references lead to, in one document that judges as the files did together.
 *
 * <p>Files may refer to each other by relative paths, with or without a fragment, or by the {@code $id} of a file in the
 * same directory; also in a circle, as recursive data needs it. They must stand below one directory. Within the bundle
 * all references are JSON Pointers, and identifiers and anchors are left out, since nothing refers to them any more.
 */
public final class SchemaBundle {
    private final JsonNode schema;
    private final List<SchemaFile> files;

    private SchemaBundle(JsonNode schema, List<SchemaFile> files) {
        this.schema = schema;
        this.files = List.copyOf(files);
    }

    /**
     * Bundles a schema.
     *
     * @param schema the schema
     * @param file the file that it stands in, wholly or in part; relative references start from it
     * @param directory the directory that no reference may leave
     * @param reader reads a file that is known to exist, JSON or YAML; what it throws is passed on
     * @throws InvalidSchemaException if a reference cannot be followed, or files cannot be bundled
     */
    public static SchemaBundle of(JsonNode schema, Path file, Path directory, Function<Path, JsonNode> reader)
            throws InvalidSchemaException {
        SchemaFiles files = new SchemaFiles(file, directory, reader);
        Draft draft = Draft.of(schema);
        SchemaFile root = files.start(schema, draft);
        Map<SchemaFile, Map<String, String>> references = new HashMap<>();
        for (int i = 0; i < files.all().size(); i++) {
            SchemaFile next = files.all().get(i);
            references.put(next, references(next, files));
        }
        boolean alone = files.all().size() == 1 && standsAlone(root);
        return new SchemaBundle(alone ? schema : assembled(files.all(), references), files.all());
    }

    /** The bundled schema. */
    public JsonNode schema() {
        return schema;
    }

    /** The file that a place in the bundle comes from; null for the schema itself. */
    public @Nullable Path file(String pointer) {
        SchemaFile file = origin(pointer);
        return file.prefix().isEmpty() ? null : file.path();
    }

    /** A place in the bundle as a JSON Pointer into the file that it comes from. */
    public String pointerInFile(String pointer) {
        return pointer.substring(origin(pointer).prefix().length());
    }

    private SchemaFile origin(String pointer) {
        return files.stream()
                .skip(1)
                .filter(file -> pointer.equals(file.prefix()) || pointer.startsWith(file.prefix() + "/"))
                .findFirst()
                .orElse(files.get(0));
    }

    /** By pointer to the schema with the reference, what the reference becomes. */
    private static Map<String, String> references(SchemaFile file, SchemaFiles files) throws InvalidSchemaException {
        Map<String, String> references = new HashMap<>();
        Set<String> seen = new HashSet<>();
        List<Subschema> open = new ArrayList<>(file.document().schemas());
        while (!open.isEmpty()) {
            for (Subschema schema : open) {
                seen.add(schema.pointer());
                JsonNode reference = schema.node().path("$ref");
                if (reference.isTextual()
                        && !SchemaFiles.isMetaSchema(file.document().address(schema, reference.textValue()))) {
                    references.put(schema.pointer(), fragment(files.resolve(file, schema, reference.textValue())));
                }
            }
            // a reference may have led to a schema that was not known before
            open = new ArrayList<>(file.document().schemas());
            open.removeIf(schema -> seen.contains(schema.pointer()));
        }
        return references;
    }

    private static String fragment(String pointer) {
        try {
            return pointer.isEmpty() ? "#" : "#" + new URI(null, null, pointer).getRawFragment();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a fragment can hold any character, encoded", e);
        }
    }

    private static boolean standsAlone(SchemaFile file) throws InvalidSchemaException {
        SchemaDocument nameless =
                SchemaDocument.of(file.document().root(), file.document().draft());
        for (Subschema schema : new ArrayList<>(nameless.schemas())) {
            JsonNode reference = schema.node().path("$ref");
            if (reference.isTextual()
                    && !SchemaFiles.isMetaSchema(nameless.address(schema, reference.textValue()))
                    && nameless.resolve(schema, reference.textValue()).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode assembled(List<SchemaFile> files, Map<SchemaFile, Map<String, String>> references)
            throws InvalidSchemaException {
        ObjectNode bundle = (ObjectNode) rewritten(files.get(0), references);
        for (SchemaFile file : files.subList(1, files.size())) {
            String[] tokens = file.prefix().split("/", -1);
            JsonNode embedded = rewritten(file, references);
            if (embedded instanceof ObjectNode object) {
                object.remove("$schema");
            }
            bundle.withObject("/" + tokens[1]).set(Pointers.unescape(tokens[2]), embedded);
        }
        return bundle;
    }

    private static JsonNode rewritten(SchemaFile file, Map<SchemaFile, Map<String, String>> references)
            throws InvalidSchemaException {
        JsonNode copy = file.document().root().deepCopy();
        Map<String, String> own = references.getOrDefault(file, Map.of());
        for (Subschema schema : file.document().schemas()) {
            if (copy.at(schema.pointer()) instanceof ObjectNode object) {
                rejectDynamic(file, schema);
                object.remove(List.of(file.document().draft().idKeyword(), "$anchor", "$dynamicAnchor"));
                String reference = own.get(schema.pointer());
                if (reference != null) {
                    object.put("$ref", reference);
                }
            }
        }
        return copy;
    }

    private static void rejectDynamic(SchemaFile file, Subschema schema) throws InvalidSchemaException {
        for (String keyword : List.of("$dynamicRef", "$recursiveRef")) {
            if (schema.node().has(keyword)) {
                throw new InvalidSchemaException(
                                schema.pointer() + "/" + keyword,
                                "a schema with " + keyword + " cannot be bundled with other files",
                                "Write $ref instead, or put everything into one file")
                        .in(file.path());
            }
        }
    }
}
