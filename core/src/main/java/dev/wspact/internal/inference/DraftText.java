package dev.wspact.internal.inference;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files of a draft: a contract in YAML, whose values are JSON, which YAML is a superset of; and a schema and an example for
 * each type of message.
 */
final class DraftText {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private final String consumer;
    private final String provider;
    private final @Nullable ChannelKey channel;
    private final Map<String, Map<String, ObjectNode>> sections = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<Object, String> names = new HashMap<>();

    /** A draft without interactions; the channel is that of all of them, null if they have several. */
    DraftText(String consumer, String provider, @Nullable ChannelKey channel) {
        this.consumer = consumer;
        this.provider = provider;
        this.channel = channel;
        sections.put("receives", new LinkedHashMap<>());
        sections.put("sends", new LinkedHashMap<>());
        sections.put("closes", new LinkedHashMap<>());
    }

    void receives(String description, ObjectNode push, @Nullable ChannelKey own) {
        add("receives", description, push, own);
    }

    void sends(String description, ObjectNode exchange, @Nullable ChannelKey own) {
        add("sends", description, exchange, own);
    }

    void closes(String description, ObjectNode close, @Nullable ChannelKey own) {
        add("closes", description, close, own);
    }

    private void add(String section, String description, ObjectNode interaction, @Nullable ChannelKey own) {
        String where = own == null
                ? ""
                : " on " + own.path() + (own.subprotocol().isEmpty() ? "" : " (" + own.subprotocol() + ")");
        if (own != null) {
            interaction.set("channel", tree(own));
        }
        sections.getOrDefault(section, new LinkedHashMap<>()).put(description + where, interaction);
    }

    /** The path of the schema of a type; a channel of its own has its own. */
    String schema(Kind kind, ObjectNode schema, JsonPointer discriminator) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.put("$schema", DIALECT);
        whole.put(
                "$comment",
                "draft, inferred from traffic: tighten it where you rely on more, and leave out what you do"
                        + " not rely on");
        whole.setAll(schema);
        if (!kind.value().isEmpty()) {
            pin(whole, discriminator, kind.value());
        }
        return file("schemas", kind, ".schema.json", whole);
    }

    /** The path of an example of a type. */
    String example(Kind kind, @Nullable JsonNode example) {
        return file("examples", kind, ".json", example == null ? JsonNodeFactory.instance.objectNode() : example);
    }

    private String file(String directory, Kind kind, String extension, JsonNode content) {
        String path = directory + "/" + name(kind) + extension;
        String text = text(content);
        // the same type on another channel
        for (int i = 2; files.containsKey(path) && !text.equals(files.get(path)); i++) {
            path = directory + "/" + name(kind) + "-" + i + extension;
        }
        files.put(path, text);
        return path;
    }

    private String name(Kind kind) {
        return names.computeIfAbsent(kind, key -> {
            String plain = kind.value()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]+", "-")
                    .replaceAll("^-|-$", "");
            String base = plain.isEmpty() ? "message" : plain.substring(0, Math.min(60, plain.length()));
            String free = base;
            for (int i = 2; names.containsValue(free); i++) {
                free = base + "-" + i;
            }
            return free;
        });
    }

    /** The discriminator's value, whatever it looks like. */
    private static void pin(ObjectNode schema, JsonPointer place, String value) {
        if (schema.path("properties").path(place.getMatchingProperty()) instanceof ObjectNode property) {
            if (place.tail().matches()) {
                property.removeAll();
                property.put("const", value);
            } else {
                pin(property, place.tail(), value);
            }
        }
    }

    private static String text(JsonNode tree) {
        return tree.toPrettyString() + "\n";
    }

    private static ObjectNode tree(ChannelKey channel) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode().put("path", channel.path());
        if (!channel.subprotocol().isEmpty()) {
            tree.putArray("subprotocols").add(channel.subprotocol());
        }
        return tree;
    }

    /** The contract file. */
    String yaml(String sources, long messages) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("# DRAFT, inferred by wspact from ").append(messages).append(" messages in ");
        yaml.append(TextNode.valueOf(sources)).append(".\n");
        yaml.append(
                """
                # It says what was seen, not what you rely on. Go through it: leave out what you do not need, name the
                # provider states (given), and tighten what must hold. Then remove this comment.
                """);
        yaml.append("consumer: ").append(TextNode.valueOf(consumer)).append('\n');
        yaml.append("provider: ").append(TextNode.valueOf(provider)).append('\n');
        if (channel != null) {
            yaml.append("channel: ").append(tree(channel)).append('\n');
        }
        sections.forEach((section, interactions) -> {
            if (!interactions.isEmpty()) {
                yaml.append(section).append(":\n");
                interactions.forEach((description, interaction) -> {
                    yaml.append("  ").append(TextNode.valueOf(description)).append(":\n");
                    interaction.properties().forEach(member -> yaml.append("    ")
                            .append(member.getKey())
                            .append(": ")
                            .append(member.getValue())
                            .append('\n'));
                });
            }
        });
        return yaml.toString();
    }

    Map<String, String> files() {
        return files;
    }

    int interactions() {
        return sections.values().stream().mapToInt(Map::size).sum();
    }
}
