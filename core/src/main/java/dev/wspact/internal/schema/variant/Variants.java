package dev.wspact.internal.schema.variant;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.message.JsonText;
import java.util.List;

public final class Variants {
    private Variants() {}

    public static List<JsonText> of(JsonText schema, JsonNode example) {
        return List.of();
    }
}
