package dev.wspact.internal.contractfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.wspact.contract.Contract;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.contract.Interaction;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are made to hurt, or that were damaged on their way: each ends soon, in a text that says what to do. */
class HostileFilesTest {
    private static final Duration SOON = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    private static String push(String content) {
        return push(content, "");
    }

    private static String push(String content, String more) {
        return Pacts.v4("{'type':'Asynchronous/Messages','description':'d','contents':{'content':" + content + "}"
                + more + "}");
    }

    private static String yaml(String example) {
        return "consumer: c\nprovider: p\nreceives:\n  a:\n    schema: true\n    example: " + example + "\n";
    }

    private static Arguments json(String title, String text, String error) {
        return Arguments.of(title, "a.json", text.getBytes(StandardCharsets.UTF_8), error);
    }

    private static Arguments yaml(String title, String text, String error) {
        return Arguments.of(title, "a.contract.yaml", text.getBytes(StandardCharsets.UTF_8), error);
    }

    private static Arguments encoded(String charset, String error) {
        return Arguments.of(charset, "a.json", push("1").getBytes(Charset.forName(charset)), error);
    }

    static Stream<Arguments> files() {
        String utf16 = "a.json: the file is not text in UTF-8, but in UTF-16 by the look of it. Save it as UTF-8.";
        String utf32 = "a.json: the file is not text in UTF-8, but in UTF-32 by the look of it. Save it as UTF-8.";
        String half =
                "half of a surrogate pair, \\ud83d, which is no character. Write the whole character, or leave it out.";
        return Stream.of(
                encoded("UTF-16", utf16),
                encoded("UTF-16LE", utf16),
                encoded("UTF-16BE", utf16),
                encoded("UTF-32", utf32),
                encoded("UTF-32LE", utf32),
                Arguments.of(
                        "nothing but NUL",
                        "a.json",
                        new byte[4096],
                        "a.json: the file is no text, it begins with NUL characters. Write the contract again."),
                json(
                        "NUL within",
                        push("'a\0b'"),
                        "a.json:1: this is not JSON: Illegal unquoted character (the control character 0)"),
                yaml(
                        "NUL within yaml",
                        yaml("\"a\0b\""),
                        "a.contract.yaml:6: the character U+0000 must not stand in YAML. Leave it out, or write it as an"
                                + " escape in double quotes."),
                json(
                        "half a character",
                        push("'a\\ud83d'"),
                        "#/interactions/0/contents/content: \"content\" holds " + half),
                json(
                        "half a character in a name of a participant",
                        push("1").replace("\"c\"", "\"\\ud83d c\""),
                        "#/consumer/name: \"name\" holds " + half),
                json(
                        "half a character in a name of a member",
                        push("{'\\ud83d':1}"),
                        "a.json:1: this is not JSON: Broken surrogate pair in field name"),
                yaml(
                        "half a character in a name in yaml",
                        yaml("[ { \"\\ud83d\": 1 } ]"),
                        ": the name of a member holds " + half),
                json(
                        "exponent beyond all bounds",
                        push("[1,\n1e9999999999]"),
                        "a.json:2: this is not JSON: the exponent of a number is too large, column 1."),
                json(
                        "number of many digits",
                        push("9".repeat(1001)),
                        "a.json: this is not JSON: a number is longer than 1000 characters."),
                yaml(
                        "number of many digits in yaml",
                        yaml("9".repeat(1001)),
                        "#/receives/a/example: " + "9".repeat(60) + "… is a number to some readers of YAML"),
                json(
                        "huge count",
                        push("1", ",'comments':{'websocket':{'receive':{'atLeast':1e999999999}}}"),
                        "\"atLeast\" must be a whole number from 0 on, but is the number 1E+999999999."),
                yaml(
                        "huge status",
                        "consumer: c\nprovider: p\nrefuses:\n  a: { status: 1e999999999 }\n",
                        "\"status\" must be a whole number from 100 on, but is the number 1E+999999999."),
                json(
                        "one member twice, once escaped",
                        push("{'a':1,\n'\\u0061':2}"),
                        "a.json:2: this is not JSON: Duplicate field 'a', column 9."),
                yaml(
                        "one key twice, once escaped",
                        yaml("{ a: 1,\n      \"\\x61\": 2 }"),
                        "a.contract.yaml:7 #/receives/a/example/a: \"a\" stands here twice, first on line 6."),
                json(
                        "more values than anyone needs",
                        push("[" + "{},".repeat(1_000_000) + "0]"),
                        "a.json: the file holds more than 1000000 values. Split the contract, or shorten its examples."),
                json(
                        "more values than anyone needs, and no end",
                        "[0" + ",0".repeat(1_000_000),
                        "a.json: the file holds more than 1000000 values."),
                json(
                        "long and no JSON",
                        "[0,]" + " ".repeat(2_000_000),
                        "a.json:1: this is not JSON: Unexpected character ']': expected a value, column 4."),
                yaml(
                        "tab after a colon",
                        "consumer:\tc\n",
                        "a.contract.yaml:1 #/consumer: this is not YAML that can be read: found character"),
                yaml(
                        "an object of a class",
                        yaml("!!java.lang.Runtime x"),
                        "the tag tag:yaml.org,2002:java.lang.Runtime is"),
                yaml(
                        "long yaml",
                        yaml("x".repeat(2 << 20)),
                        "a.contract.yaml: the YAML is larger than 2 MiB, the most that is read. Write what is long into"
                                + " JSON files of its own, or the whole as JSON."),
                yaml(
                        "deep yaml",
                        yaml("[".repeat(20_000) + "]".repeat(20_000)),
                        ": this is nested deeper than 500 levels. Flatten it."),
                json(
                        "control characters in an unknown name",
                        push("1", ",'comments':{'websocket':{'\\u001b[31m\\r\\n::error::x\\u202e':1}}"),
                        "#/interactions/0/comments/websocket/\\u001b[31m\\r\\n::error::x\\u202e:"
                                + " \"\\u001b[31m\\r\\n::error::x\\u202e\" is not known here."),
                json(
                        "path of NUL",
                        "{'consumer':'c','provider':'p','receives':{'a':{'schema':'a\\u0000b.json#/x','example':1}}}"
                                .replace('\'', '"'),
                        "#/receives/a/schema: \"schema\" is no path: Nul character not allowed."),
                yaml(
                        "path of a directory",
                        "consumer: c\nprovider: p\nreceives: { a: { schema: ., example: 1 } }\n",
                        "#/receives/a/schema: \"schema\" names a directory, DIR. Name a file in it."),
                yaml(
                        "path to a device",
                        "consumer: c\nprovider: p\nreceives: { a: { schema: /dev/zero, example: 1 } }\n",
                        "#/receives/a/schema: \"schema\" leads out of the contract's directory."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void is_an_error_with_place_and_remedy(String title, String name, byte[] content, String error) throws Exception {
        Path file = Files.write(directory.resolve(name), content);
        ContractFormatException thrown = assertTimeoutPreemptively(
                SOON, () -> catchThrowableOfType(ContractFormatException.class, () -> ContractReader.read(file, "")));

        assertThat(thrown).as(title).isNotNull();
        assertThat(thrown.getMessage().replace(directory.toString(), "DIR")).contains(error);
        assertThat(thrown.remedy()).isNotBlank();
    }

    static Stream<Function<String, String>> placesOfLongTexts() {
        return Stream.of(
                text -> push("1", ",'comments':{'websocket':{'" + text + "':1}}"),
                text -> push("1", ",'comments':{'websocket':{'frame':'" + text + "'}}"),
                text -> push(
                        "1",
                        ",'providerStates':[{'name':'x" + text + "'}],'comments':{'websocket':{'trigger':['" + text
                                + "']}}"),
                text -> push("1").replace("\"contents\":", "\"" + text + "\":"),
                text -> Pacts.v4(described(text), described(text)),
                text -> "{'consumer':'c','provider':'p','receives':{'a':{'schema':'" + text + "','example':1}}}",
                text -> "{'consumer':'c','provider':'p','receives':{'a':{'schema':'a.json#/" + text
                        + "','example':1}}}",
                text -> "{'consumer':'c','provider':'p','receives':{'" + text + "':{}}}",
                text -> "{'consumer':'c','provider':'p','receives':{'a':{'schema':{'type':'" + text
                        + "'},'example':1}}}",
                text -> "{'consumer':'c','provider':'p','receives':{'a':{'schema':{'$ref':'" + text
                        + "'},'example':1}}}");
    }

    private static String described(String text) {
        return "{'type':'Asynchronous/Messages','description':'" + text + "','contents':{'content':1}}";
    }

    @ParameterizedTest
    @MethodSource("placesOfLongTexts")
    void a_long_text_is_cut_in_an_error(Function<String, String> file) throws Exception {
        Path written = Files.writeString(
                directory.resolve("a.json"), file.apply("long".repeat(10_000)).replace('\'', '"'));
        ContractFormatException thrown = assertTimeoutPreemptively(
                SOON,
                () -> catchThrowableOfType(ContractFormatException.class, () -> ContractReader.read(written, "")));

        assertThat(thrown).isNotNull();
        assertThat(thrown.getMessage()).hasSizeLessThan(5_000);
    }

    @Test
    void a_file_of_64_mebibytes_is_not_read_to_its_end() throws Exception {
        Path file = directory.resolve("a.json");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write(push("1").getBytes(StandardCharsets.UTF_8));
            sparse.setLength(64L << 20);
        }

        assertThatThrownBy(() -> ContractReader.read(file, ""))
                .hasMessage(file + ": the file is larger than 16 MiB, the most that is read. Split the contract, or"
                        + " shorten its examples.");
    }

    @Test
    void a_link_out_of_the_directory_is_not_followed() throws Exception {
        Path inside = Files.createDirectory(directory.resolve("inside"));
        Path secret = Files.writeString(directory.resolve("secret.json"), "password");
        Files.createSymbolicLink(inside.resolve("link.json"), secret);
        Files.createSymbolicLink(inside.resolve("up"), directory);
        Files.createSymbolicLink(inside.resolve("loop.json"), Path.of("loop.json"));
        for (String path : List.of("link.json", "up/secret.json", "link.json#/x")) {
            for (String field :
                    List.of("schema: \"" + path + "\", example: 1", "schema: true, example: \"" + path + "\"")) {
                Path file = Files.writeString(
                        inside.resolve("a.contract.yaml"),
                        "consumer: c\nprovider: p\nreceives: { a: { " + field + " } }\n");
                ContractFormatException thrown =
                        catchThrowableOfType(ContractFormatException.class, () -> ContractReader.read(file, ""));

                assertThat(thrown).as(field).isNotNull();
                assertThat(thrown.getMessage()).doesNotContain("password");
            }
        }
        Path looped = Files.writeString(
                inside.resolve("a.contract.yaml"),
                "consumer: c\nprovider: p\nreceives: { a: { schema: loop.json, example: 1 } }\n");
        assertThatThrownBy(() -> ContractReader.read(looped, ""))
                .hasMessageContaining("\"schema\" names a file that does not");
    }

    @Test
    void a_directory_may_be_named_by_a_link() throws Exception {
        Path real = Files.createDirectories(directory.resolve("real"));
        Files.writeString(real.resolve("s.json"), "{}");
        Files.writeString(
                real.resolve("a.contract.yaml"),
                "consumer: c\nprovider: p\nreceives: { a: { schema: s.json, example: 1 } }\n");
        Path link = Files.createSymbolicLink(directory.resolve("link"), real);

        assertThat(ContractReader.read(link, "")).hasSize(1);
    }

    @Test
    void names_of_participants_stay_within_the_directory() throws Exception {
        for (String name : List.of("../../up", "C:\\up", "/up", "a\\u0000b", "con", "\\u202eup")) {
            Contract contract = Pacts.read(push("1").replace("\"c\"", "\"" + name.replace("\\up", "\\\\up") + "\""));
            String file = PactWriter.fileName(contract.consumer());

            assertThat(directory.resolve(file + ".json").normalize().getParent())
                    .isEqualTo(directory);
            Files.writeString(directory.resolve(file + ".json"), PactWriter.write(contract));
        }
        assertThat(ContractReader.read(directory, "")).hasSize(6);
    }

    @Test
    void carriage_returns_and_line_feeds_are_white_space() throws Exception {
        String json = push("1", ",\n'comments':{\n'websocket':{\n'nope':1}}");
        String text = yaml("1") + "    nope: 1\n";
        for (String end : List.of("\n", "\r\n", "\r")) {
            Path pact = Files.writeString(directory.resolve("a.json"), json.replace("\n", end));
            Path contract = Files.writeString(directory.resolve("a.contract.yaml"), text.replace("\n", end));

            assertThatThrownBy(() -> ContractReader.read(pact, ""))
                    .hasMessageStartingWith(pact + ":4 #/interactions/0/");
            assertThatThrownBy(() -> ContractReader.read(contract, ""))
                    .hasMessageStartingWith(contract + ":7 #/receives/a/nope");
        }
    }

    @Test
    void time_grows_with_the_file_not_with_its_square() throws Exception {
        Path many = Files.writeString(
                directory.resolve("many.json"),
                Pacts.v4(IntStream.range(0, 20_000)
                        .mapToObj(i -> "{'type':'Synchronous/Messages','description':'d" + i
                                + "','request':{'contents':{'content':1}},'response':[{'contents':{'content':1}}]}")
                        .toArray(String[]::new)));
        Path deep = Files.writeString(
                directory.resolve("deep.contract.yaml"),
                yaml("\n"
                        + IntStream.range(0, 400)
                                .mapToObj(i -> " ".repeat(6 + i) + "long".repeat(200) + ":\n")
                                .collect(Collectors.joining())
                        + " ".repeat(406) + "[" + "0,".repeat(50_000) + "0]"));

        List<Interaction> interactions = assertTimeoutPreemptively(
                SOON, () -> ContractReader.read(many, "").get(0).interactions());
        assertThat(interactions).hasSize(20_000);
        assertThat(assertTimeoutPreemptively(SOON, () -> ContractReader.read(deep, "")))
                .hasSize(1);
    }

    @Test
    void lists_of_many_names_are_cut() throws IOException {
        for (int i = 0; i < 300; i++) {
            Files.writeString(directory.resolve(i + ".json"), push("1").replace("\"p\"", "\"provider " + i + "\""));
            Files.writeString(
                    Files.createDirectories(directory.resolve("d/" + i)).resolve("a.json"), "{}");
        }

        assertThatThrownBy(() -> ContractReader.read(directory, "nobody"))
                .hasMessageContaining("\"provider 115\" and 280 more.");
        assertThatThrownBy(() -> ContractReader.read(directory.resolve("d"), ""))
                .hasMessageContaining(" and 280 more.");
    }
}
