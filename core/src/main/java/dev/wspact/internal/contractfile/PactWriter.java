package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.contract.Contract;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.Place;
import dev.wspact.internal.json.CanonicalJson;
import dev.wspact.internal.json.InexactNumberException;
import java.util.Comparator;

/** Writes the canonical form: a Pact V4 file (docs/contract-format.md). */
public final class PactWriter {
    private PactWriter() {}

    /**
     * The contract as canonical Pact V4 text, with a final newline.
     *
     * @throws ContractFormatException if a number in it would be changed by other Pact tools
     */
    public static String write(Contract contract) {
        ObjectNode pact = JsonNodeFactory.instance.objectNode();
        pact.putObject("consumer").put("name", contract.consumer());
        pact.putObject("provider").put("name", contract.provider());
        pact.putObject("metadata").putObject("pactSpecification").put("version", "4.0");
        Extras.add(contract.extras(), pact);
        Place whole = new Place(contract.source(), "", 0);
        ObjectNode sorted = (ObjectNode) canonical(pact, whole);
        ArrayNode interactions = JsonNodeFactory.instance.arrayNode();
        contract.interactions().stream()
                .sorted(Comparator.comparing(Interaction::description).thenComparing(InteractionWriter::statesText))
                .forEach(interaction -> interactions.add(canonical(
                        InteractionWriter.write(interaction),
                        interaction.origin().place())));
        sorted.set("interactions", interactions);
        return CanonicalJson.write(canonical(sorted, whole));
    }

    private static JsonNode canonical(JsonNode tree, Place place) {
        try {
            return CanonicalJson.canonical(tree);
        } catch (InexactNumberException e) {
            throw new ContractFormatException(
                    place,
                    "the number " + Located.shortened(e.number()) + " at " + e.pointer()
                            + " would be changed by the Pact Broker and the Pact command line, which read it as a"
                            + " double or a 64-bit integer",
                    "Write it as a string, or with fewer digits");
        }
    }

    /**
     * A participant's name as part of a file name: no separators, nothing a file system would take amiss. A name that
     * must be changed gets a short hash, so that different names stay different.
     */
    public static String fileName(String participant) {
        return FileNames.safe(participant);
    }
}
