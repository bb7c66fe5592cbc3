package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.contract.Place;
import dev.wspact.internal.schema.InvalidSchemaException;
import dev.wspact.internal.schema.MessageSchema;
import dev.wspact.internal.schema.SchemaBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the schemas and examples of a contract, which stand in files below its directory or in the contract itself.
 * Every file is read once. Confined to one thread.
 */
final class SchemaSource {
    private final Path contract;
    private final Path directory;
    private final Map<Path, Document> documents = new HashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();

    /** For the contract in this file. */
    SchemaSource(Path contract) {
        this.contract = contract;
        this.directory = contract.resolveSibling("").normalize();
    }

    /** Remarks on the schemas found so far. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** A schema by path or written inline, bundled and checked. */
    CheckedSchema schema(Located schema) {
        if (schema.value().isTextual()) {
            return neededBy(schema, () -> named(schema));
        }
        return checked(new Part(schema, schema), contract, schema.place().toString());
    }

    /** The schema in a file. */
    CheckedSchema schema(Path file) {
        Located root = document(file).root();
        return checked(new Part(root, root), file, file.toString());
    }

    /**
     * Reads something that the contract names. What is wrong in another file than the contract's is said with the place in
     * the contract that led there, since the file alone does not tell which message it spoils.
     */
    static <T> T neededBy(Located name, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ContractFormatException e) {
            if (e.place().source().equals(name.document().source())) {
                throw e;
            }
            throw new ContractFormatException(
                    e.place(),
                    "%s (%s in %s:%d)"
                            .formatted(
                                    e.problem(),
                                    name.trail(),
                                    name.document().source(),
                                    name.place().line()),
                    e.remedy());
        }
    }

    private CheckedSchema named(Located path) {
        SchemaPath parts = SchemaPath.of(path, this::exists);
        Path file = file(parts.file());
        Located root = document(file).root();
        Part part = new Part(root, parts.find(root));
        return checked(part, file, parts.fragment().isEmpty() ? file.toString() : file + "#" + parts.fragment());
    }

    private boolean exists(Located path) {
        return Files.isRegularFile(resolved(path));
    }

    /** A file's whole content. */
    Located root(Path file) {
        return document(file).root();
    }

    /** A value by path or written inline. */
    Located example(Located example) {
        Located found = example.value().isTextual() ? document(file(example)).root() : example;
        if (found.value().isNull()) {
            throw found.error("the example is null", "Give an example of the message");
        }
        return found;
    }

    private Path file(Located path) {
        Path file = resolved(path);
        if (!file.toAbsolutePath()
                        .normalize()
                        .startsWith(directory.toAbsolutePath().normalize())
                || leavesByLink(file)) {
            throw path.error(
                    path.name() + " leads out of the contract's directory",
                    "Keep schemas and examples in the directory of the contract or below it");
        }
        if (Files.isDirectory(file)) {
            throw path.error(path.name() + " names a directory, " + file, "Name a file in it");
        }
        if (!Files.isRegularFile(file)) {
            throw path.error(
                    path.name() + " names a file that does not exist, " + file,
                    "Create the file, correct the path (it starts from the contract's directory), or write the value"
                            + " inline");
        }
        return file;
    }

    private boolean leavesByLink(Path file) {
        try {
            return Files.exists(file)
                    && !file.toRealPath().startsWith(directory.toAbsolutePath().toRealPath());
        } catch (IOException e) {
            // what cannot be resolved cannot be shown to stay inside
            return true;
        }
    }

    private Path resolved(Located path) {
        try {
            return contract.resolveSibling(path.text()).normalize();
        } catch (InvalidPathException e) {
            throw path.error(path.name() + " is no path: " + e.getReason(), "Write the path of a file");
        }
    }

    private Document document(Path file) {
        return documents.computeIfAbsent(file, ContractText::document);
    }

    private CheckedSchema checked(Part part, Path file, String name) {
        SchemaBundle bundle = bundle(part, file);
        try {
            MessageSchema compiled = MessageSchema.compile(bundle.schema());
            compiled.notes().forEach(note -> notes.add(name + ": " + note));
            return new CheckedSchema(bundle.schema(), compiled);
        } catch (InvalidSchemaException e) {
            throw error(part.schema(), bundle.file(e.pointer()), bundle.pointerInFile(e.pointer()), e);
        }
    }

    private SchemaBundle bundle(Part part, Path file) {
        try {
            return SchemaBundle.of(part.document().value(), part.pointer(), file, directory, this::tree);
        } catch (InvalidSchemaException e) {
            Path where = e.file();
            boolean here = where == null || where.equals(file.toAbsolutePath().normalize());
            throw error(part.document(), here ? null : where, e.pointer(), e);
        }
    }

    private JsonNode tree(Path file) {
        return document(asWritten(file)).tree();
    }

    /** The path as it is reached from the contract as the user named it, so that texts name it the same way. */
    private Path asWritten(Path file) {
        Path base = directory.toAbsolutePath().normalize();
        return directory.isAbsolute() || !file.startsWith(base) ? file : directory.resolve(base.relativize(file));
    }

    private ContractFormatException error(
            Located schema, @Nullable Path otherFile, String pointer, InvalidSchemaException e) {
        Located at = otherFile == null ? schema : document(asWritten(otherFile)).root();
        String whole = at.pointer() + pointer;
        return new ContractFormatException(
                new Place(at.document().source(), whole, at.document().lines().line(whole)), e.problem(), e.remedy());
    }

    /**
     * A schema, and the document whose addresses its references start from.
     *
     * @param document the document: a file, or what is written inline
     * @param schema the schema, which may be all of it
     */
    private record Part(Located document, Located schema) {
        String pointer() {
            return schema.pointer().substring(document.pointer().length());
        }
    }

    /**
     * A schema that is one.
     *
     * @param bundled the schema with all that it refers to
     * @param compiled the same, ready to judge
     */
    record CheckedSchema(JsonNode bundled, MessageSchema compiled) {}
}
