package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.contract.Place;
import dev.wspact.internal.schema.InvalidSchemaException;
import dev.wspact.internal.schema.MessageSchema;
import dev.wspact.internal.schema.SchemaBundle;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            Path file = file(schema);
            return checked(document(file).root(), file, file.toString());
        }
        return checked(schema, contract, schema.place().toString());
    }

    /** The schema in a file. */
    CheckedSchema schema(Path file) {
        return checked(document(file).root(), file, file.toString());
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
                .startsWith(directory.toAbsolutePath().normalize())) {
            throw path.error(
                    path.name() + " leads out of the contract's directory",
                    "Keep schemas and examples in the directory of the contract or below it");
        }
        if (!Files.isRegularFile(file)) {
            throw path.error(
                    path.name() + " names a file that does not exist, " + file,
                    "Create the file, correct the path (it starts from the contract's directory), or write the value"
                            + " inline");
        }
        return file;
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

    private CheckedSchema checked(Located schema, Path file, String name) {
        SchemaBundle bundle = bundle(schema, file);
        try {
            MessageSchema compiled = MessageSchema.compile(bundle.schema());
            compiled.notes().forEach(note -> notes.add(name + ": " + note));
            return new CheckedSchema(bundle.schema(), compiled);
        } catch (InvalidSchemaException e) {
            throw error(schema, bundle.file(e.pointer()), bundle.pointerInFile(e.pointer()), e);
        }
    }

    private SchemaBundle bundle(Located schema, Path file) {
        try {
            return SchemaBundle.of(schema.value(), file, directory, this::tree);
        } catch (InvalidSchemaException e) {
            Path where = e.file();
            boolean here = where == null || where.equals(file.toAbsolutePath().normalize());
            throw error(schema, here ? null : where, e.pointer(), e);
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
     * A schema that is one.
     *
     * @param bundled the schema with all that it refers to
     * @param compiled the same, ready to judge
     */
    record CheckedSchema(JsonNode bundled, MessageSchema compiled) {}
}
