package dev.wspact.internal.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads YAML as strictly as {@link StrictJson} reads JSON: one document, no duplicate key, bounded depth, decimals
 * exact. Aliases are refused: they would make a small text a huge contract, and JSON has nothing like them.
 */
public final class StrictYaml {
    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(StrictJson.MAX_DEPTH)
                    .maxNumberLength(1000)
                    .build())
            .loaderOptions(limits())
            .build();
    private static final ObjectMapper MAPPER = YAMLMapper.builder(FACTORY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private StrictYaml() {}

    private static LoaderOptions limits() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(64 << 20);
        options.setNestingDepthLimit(StrictJson.MAX_DEPTH);
        options.setAllowDuplicateKeys(false);
        return options;
    }

    /**
     * The tree of one YAML document.
     *
     * @throws MalformedJsonException if the text is anything else
     */
    public static JsonNode read(String text) throws MalformedJsonException {
        try {
            rejectAliases(text);
            JsonNode tree = MAPPER.readTree(text);
            if (tree == null || tree.isMissingNode()) {
                throw new MalformedJsonException("there is no YAML document, the text is empty", 1, 1);
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException | YAMLException | NumberFormatException e) {
            throw new MalformedJsonException(String.valueOf(e.getMessage()), 0, 0);
        }
    }

    /** The lines of a text that has been read. */
    public static PointerLines lines(String text) {
        return PointerLines.of(FACTORY, text);
    }

    private static void rejectAliases(String text) throws IOException, MalformedJsonException {
        try (YAMLParser parser = FACTORY.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (parser.isCurrentAlias()) {
                    throw at(parser, "the alias *" + parser.getText() + " is not supported; write its value out");
                }
                if (token == JsonToken.VALUE_NUMBER_FLOAT && parser.isNaN()) {
                    throw at(parser, parser.getText() + " is a number that JSON does not have");
                }
            }
        }
    }

    private static MalformedJsonException at(JsonParser parser, String problem) {
        JsonLocation location = parser.currentTokenLocation();
        return new MalformedJsonException(problem, location.getLineNr(), location.getColumnNr());
    }

    private static MalformedJsonException malformed(JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            Mark mark = marked.getProblemMark();
            return new MalformedJsonException(marked.getProblem(), mark.getLine() + 1, mark.getColumn() + 1);
        }
        String problem = e instanceof MismatchedInputException
                ? "there is a second YAML document, but only one is read"
                : String.valueOf(e.getOriginalMessage());
        JsonLocation location = e.getLocation();
        return new MalformedJsonException(
                problem, location == null ? 0 : location.getLineNr(), location == null ? 0 : location.getColumnNr());
    }
}
