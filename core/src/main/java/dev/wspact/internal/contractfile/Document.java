package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.contract.Place;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.PointerLines;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.internal.json.ValueLimit;
import java.util.ArrayList;
import java.util.List;

/**
 * A contract file as a tree, on which line of it everything stands, and what there is to remark about it. Confined to
 * one thread.
 */
final class Document {
    /** The most values of a JSON text. */
    static final int MAX_VALUES = 1_000_000;

    private final String source;
    private final JsonNode tree;
    private final PointerLines lines;
    private final List<String> notes = new ArrayList<>();

    /**
     * A document that has been read strictly.
     *
     * @param source the file or URL, as the user named it
     * @param tree the whole document
     * @param lines the lines of its values
     */
    Document(String source, JsonNode tree, PointerLines lines) {
        this.source = source;
        this.tree = tree;
        this.lines = lines;
    }

    /**
     * Reads a JSON text strictly.
     *
     * @throws ContractFormatException if it is not one JSON value; says line and column
     */
    static Document ofJson(String source, String json) {
        if (ValueLimit.isExceeded(json, MAX_VALUES)) {
            throw new ContractFormatException(
                    new Place(source, "", 0),
                    "the file holds more than " + MAX_VALUES + " values",
                    "Split the contract, or shorten its examples");
        }
        try {
            return WholeCharacters.required(new Document(source, StrictJson.read(json), PointerLines.of(json)));
        } catch (MalformedJsonException e) {
            throw new ContractFormatException(
                    new Place(source, "", e.line()),
                    "this is not JSON: " + firstSentence(e.problem())
                            + (e.column() > 0 ? ", column " + e.column() : ""),
                    "Correct the file there, or generate it again");
        }
    }

    /** The same, where nobody sees the text and its lines. */
    Document withoutLines() {
        return new Document(source, tree, PointerLines.unknown());
    }

    /** The file or URL, as the user named it. */
    String source() {
        return source;
    }

    /** The whole document. */
    JsonNode tree() {
        return tree;
    }

    /** The lines of its values. */
    PointerLines lines() {
        return lines;
    }

    /** Remarks that were made while it was read, each with its place; no errors. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** Adds a remark. */
    void note(Place place, String text) {
        notes.add(place + ": " + text);
    }

    /** The whole document as a value to read. */
    Located root() {
        return new Located(this, "", tree);
    }

    /** A parser's problem without its final full stop and its further lines. */
    static String firstSentence(String problem) {
        String line = problem.lines().findFirst().orElse(problem).strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
