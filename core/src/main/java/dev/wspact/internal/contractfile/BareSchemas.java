package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.contract.Contents;
import dev.wspact.contract.Contract;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.Place;
import dev.wspact.contract.Setup;
import dev.wspact.internal.contractfile.SchemaSource.CheckedSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The quick form of a contract: schema files without a contract.yaml. Each one is a message that the server pushes,
 * called like its file; the consumer is called like the directory.
 */
final class BareSchemas {
    private static final String UNNAMED_PROVIDER = "provider";

    private BareSchemas() {}

    static Contract contract(Path source, List<Path> files, String provider) {
        SchemaSource schemas = new SchemaSource(files.get(0));
        List<Interaction> interactions = new ArrayList<>();
        files.forEach(file -> interactions.add(interaction(file, schemas)));
        UniqueNames.check(interactions);
        return new Contract(
                directoryName(files.get(0)),
                provider.isEmpty() ? UNNAMED_PROVIDER : provider,
                source.toString(),
                interactions,
                schemas.notes(),
                Map.of());
    }

    private static String directoryName(Path file) {
        Path directory = file.toAbsolutePath().normalize().getParent();
        Path name = directory == null ? null : directory.getFileName();
        return name == null ? "schemas" : name.toString();
    }

    private static Interaction interaction(Path file, SchemaSource schemas) {
        CheckedSchema schema = schemas.schema(file);
        Place place = new Place(file.toString(), "", 1);
        JsonNode example = SchemaMessageReader.firstExample(schema);
        Contents contents = example == null
                ? Contents.NO_EXAMPLE
                : SchemaMessageReader.checked(schema, example, schemas.root(file));
        var message = SchemaMessageReader.plain(contents, null, SchemaMessageReader.shape(schema), place);
        return new Interaction(
                description(file),
                null,
                false,
                Setup.NONE,
                new Expectation.Push(message, null, null, null, null),
                new Interaction.Origin(place, Map.of()));
    }

    private static String description(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("(\\.schema)?\\.(json|ya?ml)$", "");
    }
}
