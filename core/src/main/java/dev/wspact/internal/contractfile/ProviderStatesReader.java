package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.contract.ProviderState;
import dev.wspact.message.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code providerStates} (Pact V3 and later) and the one name of older files, {@code providerState} (Pact V2) or
 * {@code provider_state} (Pact V1). Tools that write both mean the same state by them.
 */
final class ProviderStatesReader {
    private ProviderStatesReader() {}

    /** The provider states of an interaction; members of a state that are not understood go to the extras. */
    static List<ProviderState> read(Members interaction, Map<String, JsonText> extras) {
        List<ProviderState> states = new ArrayList<>();
        Located all = interaction.present("providerStates");
        if (all != null) {
            List<Located> elements = all.elements();
            for (int i = 0; i < elements.size(); i++) {
                states.add(state(elements.get(i), "/providerStates/" + i, extras));
            }
        }
        for (String member : List.of("providerState", "provider_state")) {
            Located old = interaction.present(member);
            if (old != null && !old.anyText().isEmpty() && !isNamed(states, old.text())) {
                states.add(0, ProviderState.named(old.text()));
            }
        }
        return states;
    }

    private static boolean isNamed(List<ProviderState> states, String name) {
        return states.stream().anyMatch(state -> state.name().equals(name));
    }

    /** One state; members that are not understood go to the extras. */
    static ProviderState state(Located state, String below, Map<String, JsonText> extras) {
        Members members = state.members();
        String name = members.require("name", "Name the provider state").text();
        Located params = members.present("params");
        members.others(below, extras);
        return params == null ? ProviderState.named(name) : new ProviderState(name, params(params));
    }

    private static Map<String, @Nullable Object> params(Located params) {
        params.members();
        return map(params.value());
    }

    private static Map<String, @Nullable Object> map(JsonNode object) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        object.properties().forEach(member -> map.put(member.getKey(), value(member.getValue())));
        return map;
    }

    /** A JSON value as a Java value, as {@link ProviderState} says which. */
    static @Nullable Object value(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> map(value);
            case ARRAY -> list(value);
            case STRING -> value.textValue();
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> number(value);
            default -> null;
        };
    }

    private static List<@Nullable Object> list(JsonNode array) {
        List<@Nullable Object> list = new ArrayList<>(array.size());
        array.forEach(element -> list.add(value(element)));
        return list;
    }

    private static Object number(JsonNode number) {
        if (!number.isIntegralNumber()) {
            return number.decimalValue();
        }
        return number.canConvertToLong() ? (Object) number.longValue() : number.bigIntegerValue();
    }
}
