package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.contract.Place;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.PointerLines;
import dev.wspact.internal.json.StrictJson;

/**
 * A contract file as a tree, and on which line of it everything stands.
 *
 * @param source the file or URL, as the user named it
 * @param tree the whole document
 * @param lines the lines of its values
 */
record Document(String source, JsonNode tree, PointerLines lines) {
    /**
     * Reads a JSON text strictly.
     *
     * @throws ContractFormatException if it is not one JSON value; says line and column
     */
    static Document ofJson(String source, String json) {
        try {
            return new Document(source, StrictJson.read(json), PointerLines.of(json));
        } catch (MalformedJsonException e) {
            throw new ContractFormatException(
                    new Place(source, "", e.line()),
                    "this is not JSON: " + firstSentence(e.problem())
                            + (e.column() > 0 ? ", column " + e.column() : ""),
                    "Correct the file there, or generate it again");
        }
    }

    /** The whole document as a value to read. */
    Located root() {
        return new Located(this, "", tree);
    }

    /** A parser's problem without its final full stop, its further lines, and its remarks about its own source. */
    static String firstSentence(String problem) {
        String line = problem.lines().findFirst().orElse(problem).strip();
        int remark = line.indexOf(" (start marker at");
        line = remark < 0 ? line : line.substring(0, remark);
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
