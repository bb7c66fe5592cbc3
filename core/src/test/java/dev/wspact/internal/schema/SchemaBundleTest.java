package dev.wspact.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.internal.time.Deadline;
import dev.wspact.message.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaBundleTest {
    private static final Deadline LATER = Deadline.after(Duration.ofMinutes(1));

    @TempDir
    Path directory;

    private static JsonNode json(String text) {
        return StrictJson.read(new JsonText(text.replace('\'', '"')));
    }

    private static JsonNode read(Path file) {
        try {
            return StrictJson.read(new JsonText(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, text.replace('\'', '"'));
    }

    private SchemaBundle bundle(String name) throws InvalidSchemaException {
        Path file = directory.resolve(name);
        return SchemaBundle.of(read(file), file, directory, SchemaBundleTest::read);
    }

    private boolean valid(SchemaBundle bundle, String value) throws InvalidSchemaException {
        return MessageSchema.compile(bundle.schema())
                .validate(json(value), LATER)
                .isEmpty();
    }

    private InvalidSchemaException problemOf(String name) {
        return catchThrowableOfType(InvalidSchemaException.class, () -> bundle(name));
    }

    @Test
    void a_schema_without_references_to_files_stays_as_it_is() throws Exception {
        file(
                "a.json",
                "{'$id':'https://example.org/a','$anchor':'x','items':{'$ref':'#x'},'properties':{'b':{'$ref':'a#/items'}}}");

        assertThat(bundle("a.json").schema()).isEqualTo(read(directory.resolve("a.json")));
    }

    @ParameterizedTest
    @CsvSource({
        "http://json-schema.org/draft-04/schema#,definitions",
        "http://json-schema.org/draft-07/schema#,definitions",
        "https://json-schema.org/draft/2020-12/schema,$defs",
    })
    void files_that_refer_to_each_other_become_one_schema(String draft, String definitions) throws Exception {
        file(
                "a.json",
                "{'$schema':'" + draft + "','required':['v'],'properties':{'v':{'$ref':'common/types.json#/"
                        + definitions
                        + "/a%20b'},'next':{'$ref':'a.json'},'w':{'$ref':'common/types.json'},'self':{'$ref':'#/properties/v'}},'"
                        + definitions + "':{'common/types.json':{}}}");
        file(
                "common/types.json",
                "{'$schema':'" + draft + "','type':'object','properties':{'n':{'$ref':'#/" + definitions
                        + "/a%20b'},'back':{'$ref':'../a.json#'}},'" + definitions + "':{'a b':{'type':'integer'}}}");
        SchemaBundle bundle = bundle("a.json");

        assertThat(valid(bundle, "{'v':1,'next':{'v':2},'w':{'n':1,'back':{'v':3}},'self':1}"))
                .isTrue();
        assertThat(valid(bundle, "{'v':'x'}")).isFalse();
        assertThat(valid(bundle, "{'v':1,'next':{}}")).isFalse();
        assertThat(valid(bundle, "{'v':1,'w':5}")).isFalse();
        assertThat(valid(bundle, "{'v':1,'w':{'n':'x'}}")).isFalse();
        assertThat(valid(bundle, "{'v':1,'w':{'back':{}}}")).isFalse();
        assertThat(valid(bundle, "{'v':1,'self':'x'}")).isFalse();
        assertThat(bundle.schema().at("/" + definitions).size()).isEqualTo(2);
    }

    @Test
    void files_may_refer_to_each_other_by_identifier_and_by_anchor() throws Exception {
        file(
                "a.schema.json",
                "{'$id':'https://example.org/s/a','properties':{'v':{'$ref':'b#x'},'w':{'$ref':'https://example.org/s/b'},"
                        + "'u':{'$ref':'c.schema.json'}}}");
        file(
                "b.schema.json",
                "{'$id':'https://example.org/s/b','type':'object','$defs':{'i':{'$anchor':'x','type':'integer'}}}");
        file("c.schema.json", "{'$id':'https://example.org/s/c.schema.json','type':'boolean'}");
        SchemaBundle bundle = bundle("a.schema.json");

        assertThat(valid(bundle, "{'v':1,'w':{},'u':true}")).isTrue();
        assertThat(valid(bundle, "{'v':'x'}")).isFalse();
        assertThat(valid(bundle, "{'w':1}")).isFalse();
        assertThat(valid(bundle, "{'u':1}")).isFalse();
    }

    @Test
    void a_place_in_the_bundle_is_found_again_in_its_file() throws Exception {
        file("a.json", "{'$ref':'b.json'}");
        file("b.json", "{'properties':{'x':{'type':'strng'}}}");
        SchemaBundle bundle = bundle("a.json");
        InvalidSchemaException problem =
                catchThrowableOfType(InvalidSchemaException.class, () -> MessageSchema.compile(bundle.schema()));

        assertThat(bundle.file(problem.pointer())).isEqualTo(directory.resolve("b.json"));
        assertThat(bundle.pointerInFile(problem.pointer())).isEqualTo("/properties/x/type");
        assertThat(bundle.file("/$ref")).isNull();
        assertThat(bundle.pointerInFile("/$ref")).isEqualTo("/$ref");
    }

    @Test
    void only_an_endless_chain_between_files_is_an_error() throws Exception {
        file("a.json", "{'$ref':'b.json'}");
        file("b.json", "{'$ref':'a.json'}");
        SchemaBundle bundle = bundle("a.json");

        assertThat(catchThrowableOfType(InvalidSchemaException.class, () -> MessageSchema.compile(bundle.schema())))
                .hasMessageContaining("# -> #/$defs/b.json -> #");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "missing.json | the reference \"missing.json\" leads to a file that does not exist, DIR/missing.json",
                "../outside.json | the reference \"../outside.json\" leads out of the directory DIR",
                "/etc/passwd | the reference \"/etc/passwd\" leads out of the directory DIR",
                "link.json | the reference \"link.json\" leads out of the directory DIR",
                "http://example.org/x.json | the reference \"http://example.org/x.json\" leads to the network, where nothing is ever fetched from",
                "file:///etc/passwd | the reference \"file:///etc/passwd\" has the scheme file:, which is never followed",
                "other.json#/$defs/none | the reference \"other.json#/$defs/none\" leads nowhere: there is no #/$defs/none in DIR/other.json",
                "#/$defs/none | the reference \"#/$defs/none\" leads nowhere: there is no #/$defs/none in DIR/a.json",
                "a b.json | \"a b.json\" is no URI reference",
            })
    void refuses_references_that_cannot_be_followed(String reference, String problem) throws Exception {
        file("a.json", "{'items':{'$ref':'" + reference + "'}}");
        file("other.json", "{}");
        Path outside = Files.createTempFile("outside", ".json");
        Files.writeString(outside, "{}");
        Files.createSymbolicLink(directory.resolve("link.json"), outside);
        InvalidSchemaException thrown = problemOf("a.json");

        assertThat(thrown).isNotNull();
        assertThat(thrown.problem().replace(directory.toString(), "DIR")).isEqualTo(problem);
        assertThat(thrown.pointer()).isEqualTo("/items/$ref");
        Files.delete(outside);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | '' | this is no JSON Schema but 5 (an integer)",
                "{'$schema':'http://json-schema.org/draft-07/schema#'} | /$schema | the file is written in another draft than the schema that refers to it, https://json-schema.org/draft/2020-12/schema",
                "{'items':{'$dynamicRef':'#x'}} | /items/$dynamicRef | a schema with $dynamicRef cannot be bundled with other files",
            },
            quoteCharacter = '`')
    void refuses_files_that_cannot_be_bundled(String text, String pointer, String problem) throws Exception {
        file("a.json", "{'items':{'$ref':'b.json'}}");
        file("b.json", text);
        InvalidSchemaException thrown = problemOf("a.json");

        assertThat(thrown).isNotNull();
        assertThat(thrown.problem()).isEqualTo(problem);
        assertThat(thrown.pointer()).isEqualTo(pointer.replace("'", ""));
        assertThat(thrown.file()).isEqualTo(directory.resolve("b.json"));
    }
}
