package dev.wspact.internal.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.broker.PactText;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.contract.Place;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.message.JsonText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One pact from several files of one consumer with one provider: a version has one pact for each provider, and the broker
 * takes no second one. Interactions are the same if type, description and provider states are, and must then be equal.
 */
final class PactMerge {
    private static final List<String> SECTIONS = List.of("interactions", "messages");

    private final Map<JsonText, PactFile> owners = new HashMap<>();
    private final Map<JsonText, JsonText> contents = new HashMap<>();

    private PactMerge() {}

    /**
     * The one pact. A single file keeps its text, to the letter.
     *
     * @throws ContractFormatException if two files contradict each other
     */
    static PactText of(List<PactFile> files) {
        PactFile first = files.get(0);
        return new PactText(
                first.consumer(), first.provider(), files.size() == 1 ? first.text() : new PactMerge().merged(files));
    }

    private String merged(List<PactFile> files) {
        PactFile first = files.get(0);
        ObjectNode merged = (ObjectNode) first.tree().deepCopy();
        merged.remove(SECTIONS);
        for (PactFile file : files) {
            requireSameVersion(first, file);
            for (String section : SECTIONS) {
                for (JsonNode interaction : file.tree().path(section)) {
                    if (isNew(section, interaction, file)) {
                        array(merged, section).add(interaction);
                    }
                }
            }
        }
        return merged.toString();
    }

    private static ArrayNode array(ObjectNode merged, String section) {
        return merged.get(section) instanceof ArrayNode present ? present : merged.putArray(section);
    }

    private boolean isNew(String section, JsonNode interaction, PactFile file) {
        JsonText key = key(section, interaction);
        JsonText content = StrictJson.exact(interaction);
        PactFile owner = owners.putIfAbsent(key, file);
        if (owner == null) {
            contents.put(key, content);
            return true;
        }
        if (!content.equals(contents.get(key))) {
            throw error(
                    file,
                    "\"%s\" is not the same as in %s"
                            .formatted(interaction.path("description").asText(""), owner.path()),
                    "Give one of them another description or other provider states, or remove the file that is out of date"
                            + " (mvn clean)");
        }
        return false;
    }

    private static JsonText key(String section, JsonNode interaction) {
        ObjectNode key = BrokerClient.object();
        key.put("section", section);
        for (String member : List.of("type", "description", "providerStates", "providerState")) {
            JsonNode value = interaction.path(member);
            if (!value.isMissingNode() && !value.isNull() && !(value.isArray() && value.isEmpty())) {
                key.set(member, value);
            }
        }
        return StrictJson.exact(key);
    }

    private static void requireSameVersion(PactFile first, PactFile file) {
        String one = version(first.tree());
        String other = version(file.tree());
        if (!one.equals(other)) {
            throw error(
                    file,
                    "it is of version %s of the Pact specification, but %s, which is of the same consumer and provider, of version %s"
                            .formatted(shown(other), first.path(), shown(one)),
                    "Write both with one version, so that they can be published as one pact");
        }
    }

    private static String shown(String version) {
        return version.isEmpty() ? "(none)" : version;
    }

    private static String version(JsonNode tree) {
        JsonNode metadata = tree.path("metadata");
        JsonNode version = metadata.path("pactSpecification").path("version");
        if (version.isMissingNode()) {
            version = metadata.path("pact-specification").path("version");
        }
        if (version.isMissingNode()) {
            version = metadata.path("pactSpecificationVersion");
        }
        return version.asText("");
    }

    private static ContractFormatException error(PactFile file, String problem, String remedy) {
        return new ContractFormatException(new Place(file.path().toString(), "", 0), problem, remedy);
    }
}
