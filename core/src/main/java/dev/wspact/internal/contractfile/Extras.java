package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.message.JsonText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts members that were only carried along back to their places. What stands there already stays. */
final class Extras {
    private Extras() {}

    static void add(Map<String, JsonText> extras, ObjectNode root) {
        extras.forEach((pointer, value) -> {
            String[] steps = pointer.split("/", -1);
            JsonNode parent = root;
            for (int i = 1; i < steps.length - 1 && parent != null; i++) {
                parent = step(parent, unescaped(steps[i]));
            }
            if (parent instanceof ObjectNode object) {
                object.putIfAbsent(unescaped(steps[steps.length - 1]), StrictJson.read(value));
            }
        });
    }

    /** The child of that name or index; a new object where an object has none, null where an array has none. */
    private static @Nullable JsonNode step(JsonNode parent, String name) {
        if (parent instanceof ObjectNode object) {
            return object.has(name) ? object.get(name) : object.putObject(name);
        }
        return parent.get(Integer.parseInt(name));
    }

    private static String unescaped(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }
}
