package dev.wspact.mutants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** JSON files of a case. */
final class CaseFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private CaseFile() {}

    static JsonNode read(Path file) throws IOException {
        return json(Files.readString(file));
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + text, e);
        }
    }
}
