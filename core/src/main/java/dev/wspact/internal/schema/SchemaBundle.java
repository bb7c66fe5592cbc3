package dev.wspact.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A schema with everything that its references lead to, in one document that judges as the files did together.
 *
 * <p>Files may refer to each other by relative paths, with or without a fragment, or by the {@code $id} of a file in the
 * same directory; also in a circle, as recursive data needs it. They must stand below one directory. Within the bundle
 * all references are JSON Pointers, and identifiers and anchors are left out, since nothing refers to them any more.
 *
 * <p>Of other files, and of the file itself where the schema is only a part of it, the bundle holds no more than what is
 * referred to, each schema at its own pointer below the file's name: what else changes in a file of shared definitions
 * changes no bundle.
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
     * @param document the document that the schema stands in
     * @param pointer JSON Pointer to the schema in the document, as {@link #pointer} finds it
     * @param file the file that the document stands in, wholly or in part; relative references start from it
     * @param directory the directory that no reference may leave
     * @param reader reads a file that is known to exist, JSON or YAML; what it throws is passed on
     * @throws InvalidSchemaException if a reference cannot be followed, or files cannot be bundled
     */
    public static SchemaBundle of(
            JsonNode document, String pointer, Path file, Path directory, Function<Path, JsonNode> reader)
            throws InvalidSchemaException {
        SchemaFiles files = new SchemaFiles(file, directory, reader);
        SchemaPlace start = files.start(document, Draft.of(document), pointer);
        ReachedSchemas reached = ReachedSchemas.from(start, files);
        boolean alone = pointer.isEmpty() && files.all().size() == 1 && standsAlone(start.file());
        return new SchemaBundle(alone ? document : new BundleAssembly(reached).schema(), files.all());
    }

    /**
     * Where in a document the schema stands that a fragment of its address names: a JSON Pointer, an anchor, or the
     * identifier of a schema within it; empty if there is none.
     *
     * @param fragment percent-decoded, without the number sign
     * @throws InvalidSchemaException if the document names a draft or schemas in a way that cannot be understood
     */
    public static Optional<String> pointer(JsonNode document, String fragment) throws InvalidSchemaException {
        return SchemaDocument.of(document, Draft.of(document)).find(fragment).map(Subschema::pointer);
    }

    /** The names by which schemas within a document can be referred to, other than pointers; in alphabetical order. */
    public static Set<String> names(JsonNode document) throws InvalidSchemaException {
        return SchemaDocument.of(document, Draft.of(document)).names();
    }

    /** The bundled schema. */
    public JsonNode schema() {
        return schema;
    }

    /** The file that a place in the bundle comes from; null for the schema itself. */
    public @Nullable Path file(String pointer) {
        SchemaFile file = origin(pointer);
        return file == null ? null : file.path();
    }

    /** A place in the bundle as a JSON Pointer into the file that it comes from; for the schema itself, into the schema. */
    public String pointerInFile(String pointer) {
        SchemaFile file = origin(pointer);
        return file == null ? pointer : pointer.substring(file.prefix().length());
    }

    private @Nullable SchemaFile origin(String pointer) {
        return files.stream()
                .filter(file -> !file.prefix().isEmpty())
                .filter(file -> pointer.equals(file.prefix()) || pointer.startsWith(file.prefix() + "/"))
                .findFirst()
                .orElse(null);
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
}
