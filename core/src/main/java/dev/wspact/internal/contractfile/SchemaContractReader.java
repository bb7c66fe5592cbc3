package dev.wspact.internal.contractfile;

import dev.wspact.contract.Contract;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.contract.Interaction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Reads contracts that are written as JSON Schema: contract.yaml files, and bare schemas. Every field is known or an
 * error; docs/contract.schema.json describes the same format.
 */
final class SchemaContractReader {
    private SchemaContractReader() {}

    /**
     * A YAML text as a document, read strictly.
     *
     * @throws ContractFormatException if it is not one YAML document; says line and column
     */
    static Document yaml(String source, String text) {
        return YamlReader.read(source, text);
    }

    /**
     * The contract in a contract.yaml or contract.json.
     *
     * @param file where the document stands, for the schemas and examples beside it
     */
    static Contract read(Document document, Path file) {
        Members members = document.root().members();
        members.get("$schema", Located::text);
        String consumer = members.require("consumer", "Name the consumer, as in consumer: notification-ui")
                .text();
        String provider = members.require("provider", "Name the provider, as in provider: notification-service")
                .text();
        SchemaSource schemas = new SchemaSource(file);
        SetupReader setups = new SetupReader(members.get("channel", SetupReader::channel, SetupReader.ANY));
        InteractionSections sections = new InteractionSections(schemas, setups);
        List<Interaction> interactions = new ArrayList<>();
        Map<String, BiFunction<String, Located, Interaction>> readers = Map.of(
                "receives", sections::receives,
                "sends", sections::sends,
                "refuses", sections::refuses,
                "closes", sections::closes);
        for (String section : List.of("receives", "sends", "refuses", "closes")) {
            interactions.addAll(section(members, section, readers.getOrDefault(section, sections::receives)));
        }
        members.rejectOthers();
        if (interactions.isEmpty()) {
            throw document.root()
                    .error(
                            "the contract relies on nothing",
                            "Write at least one message under receives, sends, refuses or closes");
        }
        UniqueNames.check(interactions);
        return new Contract(consumer, provider, document.source(), interactions, schemas.notes(), Map.of());
    }

    private static List<Interaction> section(
            Members contract, String name, BiFunction<String, Located, Interaction> reader) {
        Located section = contract.get(name);
        List<Interaction> interactions = new ArrayList<>();
        if (section != null) {
            section.members().forOthers((description, located) -> {
                if (description.isBlank()) {
                    throw located.error("the description is blank", "Say in the consumer's words what it relies on");
                }
                interactions.add(reader.apply(description, located));
            });
        }
        return interactions;
    }

    /**
     * A contract of bare schemas, each one a message that the server pushes.
     *
     * @param source the file or directory as the user named it
     * @param schemas the schema files, at least one
     * @param provider the provider's name, empty if not given
     */
    static Contract ofBareSchemas(Path source, List<Path> schemas, String provider) {
        return BareSchemas.contract(source, schemas, provider);
    }
}
