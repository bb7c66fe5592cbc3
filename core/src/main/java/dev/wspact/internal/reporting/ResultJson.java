package dev.wspact.internal.reporting;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.verdict.ContractResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Result files as bytes: UTF-8, two spaces, a line feed at the end, the same on every platform. */
final class ResultJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private ResultJson() {}

    /** The file's content. */
    static byte[] bytes(ContractResult result) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        String text = MAPPER.writer(printer).writeValueAsString(ResultWriter.tree(result)) + "\n";
        return unpairedSurrogatesEscaped(text).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The result in a file's content.
     *
     * @throws ResultFormatException if the content is anything else
     */
    static ContractResult result(byte[] content) {
        try {
            return ResultReader.result(StrictJson.read(content));
        } catch (MalformedJsonException e) {
            throw new ResultFormatException("", "line " + e.line() + ": it is not JSON: " + e.problem());
        }
    }

    /** UTF-8 has no place for half a character; in JSON it can only stand in a string, where an escape says the same. */
    private static String unpairedSurrogatesEscaped(String json) {
        StringBuilder escaped = new StringBuilder(json.length());
        json.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                escaped.append(String.format(Locale.ROOT, "\\u%04X", point));
            } else {
                escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }
}
