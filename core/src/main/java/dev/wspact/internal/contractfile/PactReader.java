package dev.wspact.internal.contractfile;

import dev.wspact.contract.Contract;
import dev.wspact.contract.Interaction;
import dev.wspact.message.JsonText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a Pact file: specification version 4 ({@code interactions}), version 3 messages ({@code messages}), and older
 * HTTP pacts, whose interactions cannot be checked over a WebSocket. Members that are not understood are kept.
 */
final class PactReader {
    private PactReader() {}

    static Contract read(Document document) {
        Members pact = document.root().members();
        Map<String, JsonText> extras = new HashMap<>();
        String consumer = participant(pact, "consumer", extras);
        String provider = participant(pact, "provider", extras);
        Located metadata = pact.present("metadata");
        if (metadata != null) {
            metadata(metadata.members(), extras);
        }
        List<Interaction> interactions = new ArrayList<>();
        Located v4 = pact.present("interactions");
        if (v4 != null) {
            v4.elements().forEach(element -> interactions.add(V4InteractionReader.read(element)));
        }
        Located v3 = pact.present("messages");
        if (v3 != null) {
            v3.elements().forEach(element -> interactions.add(V3MessageReader.read(element)));
        }
        pact.others("", extras);
        if (interactions.isEmpty()) {
            throw (v4 != null ? v4 : v3 != null ? v3 : document.root())
                    .error("the pact has no interactions", "Generate it again, or remove the file");
        }
        UniqueNames.check(interactions);
        return new Contract(consumer, provider, document.source(), interactions, document.notes(), extras);
    }

    private static String participant(Members pact, String role, Map<String, JsonText> extras) {
        String remedy = "Write \"" + role + "\": {\"name\": \"…\"}";
        Members participant = pact.require(role, remedy).members();
        String name = participant.require("name", remedy).text();
        participant.others("/" + role, extras);
        return name;
    }

    /** Keeps all but the specification's version, which the writer states itself, in its spellings of all times. */
    private static void metadata(Members metadata, Map<String, JsonText> extras) {
        metadata.get("pactSpecification");
        metadata.get("pact-specification");
        metadata.get("pactSpecificationVersion");
        metadata.others("/metadata", extras);
    }
}
