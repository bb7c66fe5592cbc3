package dev.wspact.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.wspact.message.JsonText;
import java.io.IOException;

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

    /** The tree as compact text, members in the tree's order. */
    public static JsonText text(JsonNode tree) {
        return new JsonText(tree.toString());
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
                String.valueOf(e.getOriginalMessage()),
                location == null ? 0 : location.getLineNr(),
                location == null ? 0 : location.getColumnNr());
    }
}
