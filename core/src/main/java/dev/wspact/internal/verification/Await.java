package dev.wspact.internal.verification;

import com.fasterxml.jackson.core.JsonPointer;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.message.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A message that a send step waits for before the next one goes out. */
final class Await {
    private final Map<JsonPointer, JsonText> values = new LinkedHashMap<>();
    private boolean fulfilled;

    Await(Map<String, JsonText> awaits) {
        awaits.forEach(
                (pointer, value) -> values.put(JsonPointer.compile(pointer), StrictJson.exact(StrictJson.read(value))));
    }

    boolean isFulfilledBy(Incoming message) {
        boolean fulfils =
                values.entrySet().stream().allMatch(field -> field.getValue().equals(message.valueAt(field.getKey())));
        fulfilled = fulfilled || fulfils;
        return fulfils;
    }

    boolean fulfilled() {
        return fulfilled;
    }

    /** {@code /type = "ack"}. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(field -> field.getKey() + " = "
                        + Words.shortened(field.getValue().value()))
                .collect(Collectors.joining(" and "));
    }
}
