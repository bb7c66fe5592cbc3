package dev.wspact.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files that a schema's references lead to, each read once. Confined to one thread. */
final class SchemaFiles {
    private static final int MOST_FILES = 1000;

    private final Path start;
    private final Path directory;
    private final Function<Path, JsonNode> reader;
    private final List<SchemaFile> files = new ArrayList<>();
    private final Set<String> takenNames = new HashSet<>();

    SchemaFiles(Path start, Path directory, Function<Path, JsonNode> reader) {
        this.start = start.toAbsolutePath().normalize();
        this.directory = directory.toAbsolutePath().normalize();
        this.reader = reader;
    }

    /** The files found so far, the first one first. */
    List<SchemaFile> all() {
        return files;
    }

    /**
     * The schema to begin with.
     *
     * @param document the document that it stands in
     * @param pointer where it stands there; it has been found before
     */
    SchemaPlace start(JsonNode document, Draft draft, String pointer) throws InvalidSchemaException {
        SchemaDocument schemas = SchemaDocument.of(document, draft, start.toUri());
        Subschema schema = schemas.find(pointer)
                .orElseThrow(() -> new IllegalArgumentException("there is no schema at " + pointer));
        schema.node().path(definitions(draft)).fieldNames().forEachRemaining(takenNames::add);
        // what the document holds beside the schema gets a place of its own in the bundle
        SchemaFile file = new SchemaFile(start, schemas, pointer.isEmpty() ? "" : freePlace(start, draft));
        files.add(file);
        return new SchemaPlace(file, schema);
    }

    private static String definitions(Draft draft) {
        return draft.refStandsAlone() ? "definitions" : "$defs";
    }

    /** What a reference leads to. */
    SchemaPlace resolve(SchemaFile from, Subschema schema, String reference) throws InvalidSchemaException {
        try {
            return target(from, schema, reference);
        } catch (InvalidSchemaException e) {
            throw e.in(from.path());
        }
    }

    private SchemaPlace target(SchemaFile from, Subschema schema, String reference) throws InvalidSchemaException {
        Optional<Subschema> here = from.document().resolve(schema, reference);
        if (here.isPresent()) {
            return new SchemaPlace(from, here.get());
        }
        URI address = from.document().address(schema, reference);
        SchemaFile file = byIdentifier(SchemaDocument.withoutFragment(address));
        if (file == null && !URI.create(reference).isAbsolute()) {
            file = byPath(from, schema, reference);
        }
        if (file == null) {
            file = neighborByIdentifier(from, SchemaDocument.withoutFragment(address));
        }
        if (file == null) {
            throw References.leadsNowhere(schema.pointer() + "/$ref", reference, address.toString());
        }
        return within(file, address.getFragment(), schema, reference);
    }

    private static SchemaPlace within(SchemaFile file, @Nullable String fragment, Subschema schema, String reference)
            throws InvalidSchemaException {
        String local = fragment == null || fragment.isEmpty() ? "#" : reference.substring(reference.indexOf('#'));
        Subschema found = file.document()
                .resolve(file.document().rootSchema(), local)
                .orElseThrow(() -> new InvalidSchemaException(
                        schema.pointer() + "/$ref",
                        "the reference \"" + reference + "\" leads nowhere: there is no " + local + " in "
                                + file.path(),
                        "Refer to a schema that exists in that file, or define this one there"));
        return new SchemaPlace(file, found);
    }

    private @Nullable SchemaFile byIdentifier(URI address) {
        return files.stream()
                .filter(file -> file.document().rootSchema().base().equals(address)
                        || file.path().toUri().equals(address))
                .findFirst()
                .orElse(null);
    }

    private @Nullable SchemaFile byPath(SchemaFile from, Subschema schema, String reference)
            throws InvalidSchemaException {
        String path = SchemaDocument.withoutFragment(URI.create(reference)).getPath();
        if (path == null || path.isEmpty()) {
            return null;
        }
        Path target = beside(from, path);
        String at = schema.pointer() + "/$ref";
        if (target == null || !target.startsWith(directory) || leavesByLink(target)) {
            throw new InvalidSchemaException(
                    at,
                    "the reference \"" + reference + "\" leads out of the directory " + directory,
                    "Keep the schemas of a contract in its directory or below it");
        }
        for (SchemaFile file : files) {
            if (file.path().equals(target)) {
                return file;
            }
        }
        if (!Files.isRegularFile(target)) {
            // an $id may make the same words mean a neighbor by identifier
            SchemaFile neighbor = neighborByIdentifier(
                    from, SchemaDocument.withoutFragment(from.document().address(schema, reference)));
            if (neighbor != null) {
                return neighbor;
            }
            throw new InvalidSchemaException(
                    at,
                    "the reference \"" + reference + "\" leads to a file that does not exist, " + target,
                    "Create the file, or correct the reference");
        }
        return load(target, at);
    }

    private static @Nullable Path beside(SchemaFile from, String path) {
        try {
            return from.path().resolveSibling(path).normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private boolean leavesByLink(Path target) {
        try {
            return Files.exists(target) && !target.toRealPath().startsWith(directory.toRealPath());
        } catch (IOException e) {
            // what cannot be resolved cannot be shown to stay inside
            return true;
        }
    }

    /** A file beside the referring one that gives itself this address. */
    private @Nullable SchemaFile neighborByIdentifier(SchemaFile from, URI address) throws InvalidSchemaException {
        for (Path neighbor : neighbors(from.path())) {
            JsonNode schema = reader.apply(neighbor);
            String id = schema.path("$id").asText(schema.path("id").asText(""));
            if (id.equals(address.toString()) || id.equals(address + "#")) {
                return load(neighbor, "");
            }
        }
        return null;
    }

    private static List<Path> neighbors(Path file) {
        try (Stream<Path> siblings = Files.list(file.resolveSibling(""))) {
            return siblings.filter(sibling -> sibling.getFileName().toString().matches(".*\\.schema\\.(json|ya?ml)"))
                    .filter(sibling -> !sibling.equals(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private SchemaFile load(Path path, String at) throws InvalidSchemaException {
        if (files.size() >= MOST_FILES) {
            throw new InvalidSchemaException(
                    at,
                    "the schema refers to more than " + MOST_FILES + " files",
                    "Split the contract, or join schemas");
        }
        JsonNode schema = reader.apply(path);
        Draft draft = files.get(0).document().draft();
        requireSchema(schema, path, draft);
        SchemaFile file = new SchemaFile(path, SchemaDocument.of(schema, draft, path.toUri()), freePlace(path, draft));
        files.add(file);
        return file;
    }

    private static void requireSchema(JsonNode schema, Path path, Draft draft) throws InvalidSchemaException {
        if (!schema.isObject() && !schema.isBoolean()) {
            throw new InvalidSchemaException(
                            "",
                            "this is no JSON Schema but " + Words.valueAndType(schema),
                            "Correct the file, or the reference to it")
                    .in(path);
        }
        Draft own = schema.has("$schema") ? Draft.of(schema) : draft;
        if (own != draft) {
            throw new InvalidSchemaException(
                            "/$schema",
                            "the file is written in another draft than the schema that refers to it, " + draft.uri(),
                            "Write all files of a schema in one draft")
                    .in(path);
        }
    }

    private String freePlace(Path path, Draft draft) {
        String name = directory.relativize(path).toString().replace('\\', '/');
        String free = name;
        for (int i = 2; !takenNames.add(free); i++) {
            free = name + "-" + i;
        }
        return "/" + definitions(draft) + "/" + Pointers.escape(free);
    }

    static boolean isMetaSchema(URI address) {
        return Draft.named(address.toString()).isPresent();
    }
}
