package dev.wspact.internal.contractfile;

import dev.wspact.contract.Contract;
import java.nio.file.Path;
import java.util.List;

/** Reads contracts that are written as JSON Schema: contract.yaml files, and bare schemas. */
final class SchemaContractReader {
    private SchemaContractReader() {}

    /**
     * A YAML text as a document, read strictly.
     *
     * @throws dev.wspact.contract.ContractFormatException if it is not one YAML document; says line and column
     */
    static Document yaml(String source, String text) {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * The contract in a contract.yaml or contract.json.
     *
     * @param file where the document stands, for the schemas and examples beside it
     */
    static Contract read(Document document, Path file) {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * A contract of bare schemas, each one a message that the server pushes.
     *
     * @param source the file or directory as the user named it
     * @param schemas the schema files, at least one
     * @param provider the provider's name, empty if not given
     */
    static Contract ofBareSchemas(Path source, List<Path> schemas, String provider) {
        throw new UnsupportedOperationException("not yet");
    }
}
