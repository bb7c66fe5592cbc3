package dev.wspact.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
        return bundle(name, "");
    }

    private SchemaBundle bundle(String name, String pointer) throws InvalidSchemaException {
        Path file = directory.resolve(name);
        return SchemaBundle.of(read(file), pointer, file, directory, SchemaBundleTest::read);
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

    @Test
    void only_what_is_referred_to_is_embedded_each_at_its_own_pointer() throws Exception {
        file(
                "a.json",
                "{'properties':{'u':{'$ref':'common.json#/$defs/user'},'e':{'$ref':'common.json#/$defs/list/anyOf/1/items'}}}");
        file(
                "common.json",
                "{'title':'all','$defs':{'user':{'properties':{'n':{'$ref':'#/$defs/name'},'boss':{'$ref':'#/$defs/user'}},"
                        + "'$defs':{'unused':{'type':'null'}}},'name':{'minLength':1},'unused':{'$ref':'#/$defs/none'},"
                        + "'list':{'anyOf':[{'type':'null'},{'items':{'type':'integer'}}]}}}");

        assertThat(bundle("a.json").schema())
                .isEqualTo(json("{'properties':{'u':{'$ref':'#/$defs/common.json/$defs/user'},"
                        + "'e':{'$ref':'#/$defs/common.json/$defs/list/anyOf/1/items'}},'$defs':{'common.json':{'$defs':{"
                        + "'user':{'properties':{'n':{'$ref':'#/$defs/common.json/$defs/name'},"
                        + "'boss':{'$ref':'#/$defs/common.json/$defs/user'}}},'name':{'minLength':1},"
                        + "'list':{'anyOf':[{},{'items':{'type':'integer'}}]}}}}}"));
    }

    @Test
    void a_part_of_a_file_is_a_schema_by_itself() throws Exception {
        file(
                "all.json",
                "{'$schema':'http://json-schema.org/draft-07/schema#','definitions':{'tree':{'required':['v'],"
                        + "'properties':{'v':{'$ref':'#/definitions/value'},'next':{'$ref':'#/definitions/tree'},"
                        + "'w':{'$ref':'#/definitions/tree/properties/v'},'all':{'$ref':'#'}}},'value':{'type':'integer'},"
                        + "'unused':{'type':'null'}},'type':'object'}");
        SchemaBundle bundle = bundle("all.json", "/definitions/tree");

        assertThat(bundle.schema())
                .isEqualTo(json("{'$schema':'http://json-schema.org/draft-07/schema#','required':['v'],'properties':{"
                        + "'v':{'$ref':'#/definitions/all.json/definitions/value'},'next':{'$ref':'#'},"
                        + "'w':{'$ref':'#/properties/v'},'all':{'$ref':'#/definitions/all.json'}},'definitions':{'all.json':{"
                        + "'type':'object','definitions':{'value':{'type':'integer'}}}}}"));
        assertThat(valid(bundle, "{'v':1,'next':{'v':2},'w':3,'all':{}}")).isTrue();
        assertThat(valid(bundle, "{'v':1,'next':{}}")).isFalse();
        assertThat(valid(bundle, "{'v':1,'w':'x'}")).isFalse();
        assertThat(valid(bundle, "{'v':1,'all':1}")).isFalse();
    }

    @Test
    void a_part_that_is_only_true_or_false_is_just_that() throws Exception {
        file("all.json", "{'$defs':{'any':true}}");

        assertThat(bundle("all.json", "/$defs/any").schema()).isEqualTo(json("true"));
    }

    @Test
    void parts_of_files_may_refer_to_each_other_in_a_circle() throws Exception {
        file("a.json", "{'$defs':{'person':{'required':['name'],'properties':{'pet':{'$ref':'b.json#/$defs/pet'}}}}}");
        file("b.json", "{'$defs':{'pet':{'type':'object','properties':{'owner':{'$ref':'a.json#/$defs/person'}}}}}");
        SchemaBundle bundle = bundle("a.json", "/$defs/person");

        assertThat(bundle.schema().at("/$defs/b.json/$defs/pet/properties/owner/$ref"))
                .isEqualTo(json("'#'"));
        assertThat(valid(bundle, "{'name':1,'pet':{'owner':{'name':2}}}")).isTrue();
        assertThat(valid(bundle, "{'name':1,'pet':{'owner':{}}}")).isFalse();
    }

    @Test
    void a_place_in_a_part_is_found_again_in_its_file() throws Exception {
        file("all.json", "{'$defs':{'it':{'$ref':'#/$defs/other'},'other':{'type':'strng'}}}");
        SchemaBundle bundle = bundle("all.json", "/$defs/it");
        InvalidSchemaException problem =
                catchThrowableOfType(InvalidSchemaException.class, () -> MessageSchema.compile(bundle.schema()));

        assertThat(bundle.file(problem.pointer())).isEqualTo(directory.resolve("all.json"));
        assertThat(bundle.pointerInFile(problem.pointer())).isEqualTo("/$defs/other/type");
        assertThat(bundle.file("/$ref")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "http://json-schema.org/draft-04/schema# | {'definitions':{'a':{'id':'#x'}}} | x | /definitions/a",
                "http://json-schema.org/draft-07/schema# | {'definitions':{'a':{'$id':'#x'}}} | x | /definitions/a",
                "http://json-schema.org/draft-07/schema# | {'definitions':{'a':{'$id':'x.json'}}} | x.json | /definitions/a",
                "https://json-schema.org/draft/2019-09/schema | {'$defs':{'a':{'$anchor':'x'}}} | x | /$defs/a",
                "https://json-schema.org/draft/2020-12/schema | {'$defs':{'a':{'$id':'https://example.org/x'}}} | https://example.org/x | /$defs/a",
                "https://json-schema.org/draft/2020-12/schema | {'$id':'https://example.org/s','$defs':{'a':{'$dynamicAnchor':'x'}}} | x | /$defs/a",
                "https://json-schema.org/draft/2020-12/schema | {'components':{'a b':{}}} | /components/a b | /components/a b",
                "https://json-schema.org/draft/2020-12/schema | {} | `` | ``",
            })
    void a_fragment_names_a_pointer_an_anchor_or_an_identifier(
            String draft, String document, String fragment, String pointer) throws Exception {
        ObjectNode schema = ((ObjectNode) json(document)).put("$schema", draft);

        assertThat(SchemaBundle.pointer(schema, fragment)).hasValue(pointer);
        assertThat(SchemaBundle.pointer(schema, "none")).isEmpty();
        assertThat(SchemaBundle.pointer(schema, "/none")).isEmpty();
        assertThat(SchemaBundle.pointer(schema, "/$schema")).isEmpty();
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
