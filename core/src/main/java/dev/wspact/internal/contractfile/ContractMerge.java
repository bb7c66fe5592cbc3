package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.contract.Contract;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.ProviderState;
import dev.wspact.internal.json.CanonicalJson;
import dev.wspact.internal.json.InexactNumberException;
import dev.wspact.message.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Puts two contracts of one consumer with one provider together, as the tests of a consumer write them one by one. */
public final class ContractMerge {
    private static final int MOST_DIFFERENCES = 5;
    private static final String ABSENT = "absent";

    private ContractMerge() {}

    /**
     * The interactions of both. One that stands in both must be the same in both, but for its key.
     *
     * @throws ContractFormatException if it is not; the text shows where the two differ
     */
    public static Contract merge(Contract into, Contract from) {
        if (!into.consumer().equals(from.consumer()) || !into.provider().equals(from.provider())) {
            throw new IllegalArgumentException("a contract of " + from.consumer() + " with " + from.provider()
                    + " is no part of one of " + into.consumer() + " with " + into.provider());
        }
        Map<Name, Interaction> interactions = new LinkedHashMap<>();
        into.interactions().forEach(interaction -> interactions.put(Name.of(interaction), interaction));
        for (Interaction interaction : from.interactions()) {
            Interaction other = interactions.putIfAbsent(Name.of(interaction), interaction);
            if (other != null) {
                requireSame(other, interaction);
            }
        }
        Map<String, JsonText> extras = new LinkedHashMap<>(into.extras());
        extras.putAll(from.extras());
        return new Contract(
                into.consumer(),
                into.provider(),
                into.source(),
                List.copyOf(interactions.values()),
                into.notes(),
                extras);
    }

    private static void requireSame(Interaction first, Interaction second) {
        List<String> differences = new ArrayList<>();
        compare("", written(first), written(second), differences);
        if (differences.isEmpty()) {
            return;
        }
        int more = differences.size() - MOST_DIFFERENCES;
        throw new ContractFormatException(
                second.origin().place(),
                "the interaction \"" + second.description() + "\" with the same provider states is another one at "
                        + first.origin().place() + ": "
                        + String.join(", ", differences.subList(0, Math.min(MOST_DIFFERENCES, differences.size())))
                        + (more > 0 ? ", and " + more + " more" : ""),
                "Give one of them another description, or make them the same; Pact's tools take the two for one");
    }

    /** What is compared: all but the key, which does not change what the interaction means. */
    private static JsonNode written(Interaction interaction) {
        JsonNode json = InteractionWriter.write(interaction);
        if (json instanceof ObjectNode object) {
            object.remove("key");
        }
        try {
            return CanonicalJson.canonical(json);
        } catch (InexactNumberException e) {
            return json; // what cannot be written is reported when it is written
        }
    }

    private static void compare(String pointer, JsonNode first, JsonNode second, List<String> differences) {
        if (first.equals(second)) {
            return;
        }
        if (first.isObject() && second.isObject()) {
            var names = new TreeSet<String>();
            first.fieldNames().forEachRemaining(names::add);
            second.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                compare(pointer + "/" + Located.escaped(name), first.path(name), second.path(name), differences);
            }
        } else if (first.isArray() && second.isArray() && first.size() == second.size()) {
            for (int i = 0; i < first.size(); i++) {
                compare(pointer + "/" + i, first.get(i), second.get(i), differences);
            }
        } else {
            differences.add(pointer + " is " + shown(first) + " there and " + shown(second) + " here");
        }
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? ABSENT : Located.shortened(value.toString());
    }

    /** What Pact's tools tell interactions apart by. */
    private record Name(String description, List<ProviderState> states) {
        static Name of(Interaction interaction) {
            return new Name(interaction.description(), interaction.setup().states());
        }
    }
}
