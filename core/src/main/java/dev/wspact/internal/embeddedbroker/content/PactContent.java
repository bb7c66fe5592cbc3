package dev.wspact.internal.embeddedbroker.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A published pact. Its hash is that of the Pact Broker 2.120.0: SHA-1 of interactions, messages and specification version
 * alone, members sorted by name and interactions as strings, written as Ruby writes JSON.
 */
public final class PactContent {
    /** Nesting beyond which the Pact Broker does not read a pact. */
    private static final int MAX_DEPTH = 50;

    private static final Comparator<String> BY_BYTES =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    private static final List<String> PARTS = List.of("interactions", "messages");

    private final JsonNode pact;

    private PactContent(JsonNode pact) {
        this.pact = pact;
    }

    /**
     * Reads a pact, which is any JSON that the Pact Broker reads.
     *
     * @throws MalformedJsonException if it is no JSON, nested more than 50 levels deep, or has a number that is no double
     */
    public static PactContent read(byte[] utf8) throws MalformedJsonException {
        JsonNode pact = StrictJson.read(utf8);
        check(pact, 0);
        return new PactContent(pact);
    }

    /** A pact that was read before. */
    public static PactContent stored(String text) {
        try {
            return new PactContent(StrictJson.read(text));
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("the store holds a pact that is not JSON: " + e.problem(), e);
        }
    }

    private static void check(JsonNode value, int depth) throws MalformedJsonException {
        if (value.isContainerNode() && depth >= MAX_DEPTH) {
            throw new MalformedJsonException("it is nested deeper than " + MAX_DEPTH + " levels", 0, 0);
        }
        if (value.isFloatingPointNumber() && Double.isInfinite(value.doubleValue())) {
            throw new MalformedJsonException("the number " + value + " is no double", 0, 0);
        }
        for (JsonNode part : value) {
            check(part, depth + 1);
        }
    }

    /** The pact as it is. */
    public JsonNode tree() {
        return pact;
    }

    /** The name of the consumer or the provider in the pact, if there is one. */
    public Optional<String> name(String participant) {
        JsonNode name = pact.path(participant).path("name");
        return name.isTextual() ? Optional.of(name.textValue()) : Optional.empty();
    }

    /** The hash of what a verification depends on, in lower-case hexadecimal digits. */
    public String sha() {
        return sha1(RubyJson.write(verifiable()));
    }

    private JsonNode verifiable() {
        if (PARTS.stream().noneMatch(part -> pact.path(part).isArray())) {
            return PARTS.stream().anyMatch(pact::hasNonNull) ? sorted(pact) : pact;
        }
        ObjectNode verifiable = JsonNodeFactory.instance.objectNode();
        // the broker orders the elements of one of the two only
        boolean isOrdered = false;
        for (String part : PARTS) {
            JsonNode interactions = pact.path(part);
            if (interactions.isArray()) {
                verifiable.set(part, isOrdered ? sorted(interactions) : ordered(interactions));
            }
            isOrdered = isOrdered || pact.hasNonNull(part);
        }
        specificationVersion().ifPresent(version -> verifiable.set("pact_specification_version", sorted(version)));
        return verifiable;
    }

    private Optional<JsonNode> specificationVersion() {
        JsonNode metadata = pact.path("metadata");
        return List.of(
                        metadata.path("pactSpecification").path("version"),
                        metadata.path("pact-specification").path("version"),
                        metadata.path("pactSpecificationVersion"))
                .stream()
                .filter(version -> !version.isMissingNode() && !version.isNull())
                .findFirst();
    }

    /** The text that is kept: the pact with an {@code _id} in each interaction, by which results refer to it. */
    public String textWithIds() {
        if (!pact.isObject()) {
            return RubyJson.write(pact);
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        pact.properties()
                .forEach(member -> copy.set(
                        member.getKey(),
                        PARTS.contains(member.getKey()) && member.getValue().isArray()
                                ? withIds(member.getValue())
                                : member.getValue()));
        return RubyJson.write(copy);
    }

    private static JsonNode withIds(JsonNode interactions) {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode(interactions.size());
        for (JsonNode interaction : interactions) {
            copy.add(interaction.isObject() ? withId((ObjectNode) interaction) : interaction);
        }
        return copy;
    }

    private static ObjectNode withId(ObjectNode interaction) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        copy.put("_id", sha1(RubyJson.write(sorted(interaction.deepCopy().without("_id")))));
        // an id that was published stays
        copy.setAll(interaction);
        return copy;
    }

    /** What is compared with another content of the same version: everything sorted, without ids. */
    JsonNode comparable() {
        if (!pact.isObject()) {
            return pact;
        }
        ObjectNode copy = pact.deepCopy();
        for (String part : PARTS) {
            if (copy.path(part).isArray()) {
                copy.path(part).forEach(interaction -> {
                    if (interaction instanceof ObjectNode object) {
                        object.remove("_id");
                    }
                });
                copy.set(part, ordered(copy.path(part)));
            }
        }
        return sorted(copy);
    }

    private static JsonNode ordered(JsonNode interactions) {
        List<JsonNode> elements = new ArrayList<>();
        interactions.forEach(interaction -> elements.add(sorted(interaction)));
        ArrayNode ordered = JsonNodeFactory.instance.arrayNode(elements.size());
        elements.stream()
                .map(element -> new Written(element, RubyJson.write(element)))
                .sorted(Comparator.comparing(Written::text, BY_BYTES))
                .forEach(written -> ordered.add(written.value()));
        return ordered;
    }

    private static JsonNode sorted(JsonNode value) {
        if (value.isObject()) {
            ObjectNode sorted = JsonNodeFactory.instance.objectNode();
            value.propertyStream()
                    .sorted((a, b) -> BY_BYTES.compare(a.getKey(), b.getKey()))
                    .forEach(member -> sorted.set(member.getKey(), sorted(member.getValue())));
            return sorted;
        }
        if (value.isArray()) {
            ArrayNode sorted = JsonNodeFactory.instance.arrayNode(value.size());
            value.forEach(element -> sorted.add(sorted(element)));
            return sorted;
        }
        return value;
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    private record Written(JsonNode value, String text) {}
}
