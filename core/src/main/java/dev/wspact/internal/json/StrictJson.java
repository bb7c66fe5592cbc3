package dev.wspact.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads JSON (RFC 8259) without mercy: one value and nothing behind it, no duplicate member, bounded depth and length,
 * decimals exact. Whatever other library is given a tree afterwards only sees what passed here.
 */
public final class StrictJson {
    /** The deepest nesting that is read. */
    public static final int MAX_DEPTH = 500;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(64 << 20)
                            .maxNumberLength(1000)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private StrictJson() {}

    /**
     * The tree of one JSON value.
     *
     * @throws MalformedJsonException if the text is anything else
     */
    public static JsonNode read(String text) throws MalformedJsonException {
        try {
            return notMissing(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (NumberFormatException e) {
            throw NumberTooLarge.in(text);
        }
    }

    /**
     * The tree of one JSON value in UTF-8.
     *
     * @throws MalformedJsonException if the bytes are anything else
     */
    public static JsonNode read(byte[] utf8) throws MalformedJsonException {
        try {
            return notMissing(MAPPER.readTree(utf8));
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (NumberFormatException e) {
            throw NumberTooLarge.in(new String(utf8, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new MalformedJsonException(String.valueOf(e.getMessage()), 0, 0);
        }
    }

    /** The tree of a text that the engine itself has checked before. */
    public static JsonNode read(JsonText text) {
        try {
            return read(text.value());
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("JsonText holds what is not JSON: " + e.problem(), e);
        }
    }

    /** The tokens of a payload, one after the other, as strictly as they are read for a tree. */
    static JsonParser parser(Payload payload) throws IOException {
        return payload instanceof Payload.Text text
                ? MAPPER.createParser(text.value())
                : MAPPER.createParser(payload.toBytes());
    }

    /** The tree as compact text, members in the tree's order. */
    public static JsonText text(JsonNode tree) {
        return new JsonText(tree.toString());
    }

    /**
     * One text for all values that are equal as JSON Schema compares them: members sorted by name, and numbers equal by
     * their mathematical value, so that {@code 1}, {@code 1.0} and {@code 1e0} are the same. For keys of an index.
     */
    public static JsonText exact(JsonNode value) {
        return text(sorted(value));
    }

    private static JsonNode sorted(JsonNode value) {
        if (value.isObject()) {
            ObjectNode members = JsonNodeFactory.instance.objectNode();
            new TreeMap<>(value.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                    .forEach((name, member) -> members.set(name, sorted(member)));
            return members;
        }
        if (value.isArray()) {
            ArrayNode elements = JsonNodeFactory.instance.arrayNode(value.size());
            value.forEach(element -> elements.add(sorted(element)));
            return elements;
        }
        return value.isNumber() ? number(value) : value;
    }

    private static JsonNode number(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value;
        }
        BigDecimal decimal = value.decimalValue().stripTrailingZeros();
        // a huge exponent is left as it is: written out, 1e999999999 would fill the heap
        return decimal.scale() <= 0 && decimal.scale() > -400
                ? JsonNodeFactory.instance.numberNode(decimal.toBigInteger())
                : new DecimalNode(decimal);
    }

    private static JsonNode notMissing(JsonNode tree) throws MalformedJsonException {
        if (tree.isMissingNode()) {
            throw new MalformedJsonException("there is no JSON value, the text is empty", 1, 1);
        }
        return tree;
    }

    private static MalformedJsonException malformed(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return new MalformedJsonException(
                ParserWords.problem(e),
                location == null ? 0 : location.getLineNr(),
                location == null ? 0 : location.getColumnNr());
    }
}
