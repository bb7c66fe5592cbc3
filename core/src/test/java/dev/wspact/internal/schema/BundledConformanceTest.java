package dev.wspact.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.internal.time.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every schema of {@code schema/<draft>/<keyword>/case.json}, taken apart into files: the bundle is a schema by itself,
 * judges as the one schema did, with the same violations, and does not change with what nobody refers to.
 */
class BundledConformanceTest {
    @TempDir
    Path directory;

    /** The files are there, which a reference asks for; what they hold comes from memory. */
    @BeforeEach
    void create_the_files() throws IOException {
        Files.createFile(directory.resolve("start.json"));
        Files.createFile(directory.resolve("shared.json"));
    }

    /** A way to write one schema as files: the contents of the files, "start.json" and the pointer into it given. */
    private enum Layout {
        /** The file refers to another file as a whole. */
        WHOLE_FILE("", Layout::wholeFile),
        /** The file refers to a definition in another file. */
        DEFINITION("", Layout::definition),
        /** The file is a collection of definitions, one of which is meant. */
        PART("/$defs/it", Layout::part),
        /** Two files refer to each other. */
        CIRCLE("", Layout::circle);

        private final String pointer;
        private final BiFunction<ObjectNode, JsonNode, Map<String, ObjectNode>> files;

        Layout(String pointer, BiFunction<ObjectNode, JsonNode, Map<String, ObjectNode>> files) {
            this.pointer = pointer;
            this.files = files;
        }

        private static ObjectNode file(JsonNode draft) {
            return JsonNodeFactory.instance.objectNode().set("$schema", draft);
        }

        private static Map<String, ObjectNode> wholeFile(ObjectNode schema, JsonNode unrelated) {
            ObjectNode shared = schema.deepCopy();
            shared.withObject("/definitions").set("unrelated", unrelated);
            return Map.of("start.json", file(schema.get("$schema")).put("$ref", "shared.json"), "shared.json", shared);
        }

        private static Map<String, ObjectNode> definition(ObjectNode schema, JsonNode unrelated) {
            ObjectNode start = file(schema.get("$schema")).put("$ref", "shared.json#/$defs/it");
            return Map.of("start.json", start, "shared.json", definitions(schema, unrelated));
        }

        private static Map<String, ObjectNode> part(ObjectNode schema, JsonNode unrelated) {
            return Map.of("start.json", definitions(schema, unrelated));
        }

        private static Map<String, ObjectNode> circle(ObjectNode schema, JsonNode unrelated) {
            ObjectNode shared = definitions(schema, unrelated);
            // a member that no case has, so that nothing is judged otherwise
            ObjectNode it = (ObjectNode) shared.at("/$defs/it");
            it.withObject("/properties").set("zz never there", reference("start.json"));
            ObjectNode start = file(schema.get("$schema")).put("$ref", "shared.json#/$defs/it");
            return Map.of("start.json", start, "shared.json", shared);
        }

        private static ObjectNode reference(String reference) {
            return JsonNodeFactory.instance.objectNode().put("$ref", reference);
        }

        /** The schema among others, an identifier of its own making it the root of its own references. */
        private static ObjectNode definitions(ObjectNode schema, JsonNode unrelated) {
            ObjectNode it = schema.deepCopy();
            JsonNode draft = it.remove("$schema");
            String identifier = draft.textValue().contains("draft-04") ? "id" : "$id";
            if (!it.has(identifier)) {
                it.put(identifier, "https://example.org/it");
            }
            ObjectNode file = file(draft);
            file.putObject("$defs").set("it", it);
            file.withObject("/$defs").set("unrelated", unrelated);
            return file;
        }
    }

    /** Dynamic references are bound to their file, and a lone reference in old drafts hides the identifier beside it. */
    private static boolean canBeTakenApart(JsonNode schema) {
        String text = schema.toString();
        return schema.isObject()
                && schema.has("$schema")
                && !text.contains("$dynamicRef")
                && !text.contains("$recursiveRef")
                && !(text.contains("draft-0") && schema.has("$ref"));
    }

    static List<Path> cases() throws Exception {
        List<Path> cases = new ArrayList<>();
        for (Path file : SchemaConformanceTest.cases()) {
            if (canBeTakenApart(StrictJson.read(Files.readString(file)).get("schema"))) {
                cases.add(file);
            }
        }
        return cases;
    }

    private JsonNode bundle(Layout layout, ObjectNode schema, JsonNode unrelated) throws InvalidSchemaException {
        Map<String, ObjectNode> files = layout.files.apply(schema, unrelated);
        return SchemaBundle.of(
                        files.get("start.json"),
                        layout.pointer,
                        directory.resolve("start.json"),
                        directory,
                        file -> files.get(file.getFileName().toString()))
                .schema();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void judges_as_the_schema_in_one_piece(Path file) throws Exception {
        JsonNode test = StrictJson.read(Files.readString(file));
        ObjectNode schema = (ObjectNode) test.get("schema");
        MessageSchema original = MessageSchema.compile(schema);
        for (Layout layout : Layout.values()) {
            MessageSchema bundled = MessageSchema.compile(bundle(layout, schema, json("{\"type\":\"null\"}")));

            for (JsonNode value : values(test)) {
                assertThat(violations(bundled, value))
                        .as("%s, %s", layout, value)
                        .isEqualTo(violations(original, value));
            }
            assertThat(bundled.exactValues()).as("%s", layout).isEqualTo(original.exactValues());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void does_not_change_with_what_nobody_refers_to(Path file) throws Exception {
        ObjectNode schema = (ObjectNode) StrictJson.read(Files.readString(file)).get("schema");
        for (Layout layout : Layout.values()) {
            JsonNode bundle = bundle(layout, schema, json("{\"type\":\"null\"}"));

            assertThat(bundle(layout, schema, json("{\"enum\":[1],\"$ref\":\"nowhere.json\"}")))
                    .as("%s", layout)
                    .isEqualTo(bundle);
            assertThat(bundle.toString()).as("%s", layout).doesNotContain("unrelated");
        }
    }

    @Test
    void there_are_cases_for_every_draft() throws Exception {
        assertThat(cases()).hasSizeGreaterThan(100);
        assertThat(cases().stream()
                        .map(file -> file.getName(file.getNameCount() - 3).toString())
                        .distinct())
                .hasSize(Draft.values().length);
    }

    private static List<JsonNode> values(JsonNode test) {
        List<JsonNode> values = new ArrayList<>();
        test.get("valid").forEach(values::add);
        test.get("invalid").forEach(invalid -> values.add(invalid.get("value")));
        assertThat(values).isNotEmpty();
        return values;
    }

    private static List<SchemaViolation> violations(MessageSchema schema, JsonNode value) {
        return schema.validate(value, Deadline.after(Duration.ofMinutes(1)));
    }

    private static JsonNode json(String text) throws Exception {
        return StrictJson.read(text);
    }
}
