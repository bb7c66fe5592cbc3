package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.stream.Stream;

/** What a file holds. Told by content, so that a file's name and place are its owner's choice. */
enum ContractFormat {
    /** A Pact file of any version: two of consumer, provider, and interactions or messages. */
    PACT,
    /** A contract.yaml: two of consumer, provider, and one of its sections. */
    SCHEMA_CONTRACT,
    /** One bare JSON Schema. */
    SCHEMA,
    /** Something else. */
    NONE;

    static ContractFormat of(Document document) {
        JsonNode tree = document.tree();
        String name = document.source().toLowerCase(Locale.ROOT);
        boolean pactBody =
                tree.path("interactions").isArray() || tree.path("messages").isArray();
        if (two(tree.path("consumer").isObject(), tree.path("provider").isObject(), pactBody)) {
            return PACT;
        }
        if (isNamed(name, "contract") || isSchemaContract(tree)) {
            return SCHEMA_CONTRACT;
        }
        return isSchema(name) || tree.path("$schema").isTextual() ? SCHEMA : NONE;
    }

    /** Whether a file is a bare JSON Schema by its name. */
    static boolean isSchema(String name) {
        return isNamed(name.toLowerCase(Locale.ROOT), "schema");
    }

    private static boolean isSchemaContract(JsonNode tree) {
        boolean section = Stream.of("receives", "sends", "refuses", "closes").anyMatch(tree::has);
        return two(tree.path("consumer").isTextual(), tree.path("provider").isTextual(), section);
    }

    private static boolean isNamed(String name, String kind) {
        return Stream.of(".json", ".yaml", ".yml").anyMatch(extension -> name.endsWith("." + kind + extension));
    }

    private static boolean two(boolean... signs) {
        int found = 0;
        for (boolean sign : signs) {
            found += sign ? 1 : 0;
        }
        return found >= 2;
    }
}
