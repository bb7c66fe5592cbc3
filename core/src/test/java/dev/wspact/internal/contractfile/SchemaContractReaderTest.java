package dev.wspact.internal.contractfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.contract.Channel;
import dev.wspact.contract.Contract;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.ProviderState;
import dev.wspact.contract.Receive;
import dev.wspact.contract.Setup;
import dev.wspact.contract.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaContractReaderTest {
    private static final Path GOOD = Path.of("src/test/resources/contract-format/contract/good");

    @TempDir
    Path directory;

    private static Interaction named(Contract contract, String description) {
        return contract.interactions().stream()
                .filter(interaction -> interaction.description().equals(description))
                .findFirst()
                .orElseThrow();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    @Test
    void everything_becomes_the_canonical_form_and_is_read_again() throws Exception {
        Contract contract = ContractReader.read(GOOD.resolve("everything.contract.yaml"), "")
                .get(0);
        String pact = PactWriter.write(contract);
        Path golden = GOOD.resolve("everything.pact.json");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, pact);
        }

        assertThat(pact).isEqualTo(Files.readString(golden));
        assertThat(PactWriter.write(ContractReader.readPact(pact, "everything")))
                .isEqualTo(pact);
        assertThat(contract.notes()).isEmpty();
    }

    @Test
    void parts_of_files_become_the_canonical_form() throws Exception {
        String pact = PactWriter.write(
                ContractReader.read(GOOD.resolve("parts.contract.yaml"), "").get(0));
        Path golden = GOOD.resolve("parts.pact.json");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, pact);
        }

        assertThat(pact).isEqualTo(Files.readString(golden));
        assertThat(PactWriter.write(ContractReader.readPact(pact, "parts"))).isEqualTo(pact);
    }

    @Test
    void a_contract_changes_with_what_it_refers_to_and_with_nothing_else() throws Exception {
        String before = partsWith("schemas/all.json", "", "");

        assertThat(partsWith("schemas/all.json", "#/$defs/nobody", "nowhere.json"))
                .isEqualTo(before);
        assertThat(partsWith("schemas/all.json", "\"unused\": {", "\"new\": {}, \"unused\": {"))
                .isEqualTo(before);
        assertThat(partsWith("schemas/asyncapi.yaml", "unused: { type: nothing }", "other: 7"))
                .isEqualTo(before);
        assertThat(partsWith("schemas/common/user.schema.yaml", "$defs:", "$defs:\n  new: { type: nothing }"))
                .isEqualTo(before);
        assertThat(partsWith("schemas/all.json", "\"integer\"", "\"number\"")).isNotEqualTo(before);
        assertThat(partsWith("schemas/common/user.schema.yaml", "required: [id]", "required: []"))
                .isNotEqualTo(before);
    }

    /** The canonical form of parts.contract.yaml and its files, after a change in one of them. */
    private String partsWith(String changed, String old, String now) throws IOException {
        for (String name : List.of(
                "parts.contract.yaml",
                "examples/notification.json",
                "schemas/all.json",
                "schemas/asyncapi.yaml",
                "schemas/common/user.schema.yaml")) {
            String text = Files.readString(GOOD.resolve(name));
            if (name.equals(changed)) {
                assertThat(text).contains(old);
                text = text.replace(old, now);
            }
            Files.createDirectories(directory.resolve(name).resolveSibling(""));
            file(name, text);
        }
        return PactWriter.write(ContractReader.read(directory.resolve("parts.contract.yaml"), "")
                .get(0));
    }

    @Test
    void a_message_overrides_the_channel_of_the_contract_member_by_member() {
        Contract contract = ContractReader.read(GOOD.resolve("everything.contract.yaml"), "")
                .get(0);
        Channel common = named(contract, "a notification").setup().channel();
        Channel own = named(contract, "a notification after signing in").setup().channel();

        assertThat(common.path()).isEqualTo("/notifications");
        assertThat(common.query()).isEqualTo(Map.of("user", List.of("42"), "tag", List.of("a", "b")));
        assertThat(common.credentials()).isNull();
        assertThat(own.path()).isEqualTo("/private");
        assertThat(own.query()).isEqualTo(common.query());
        assertThat(own.headers().values("x-tenant")).containsExactly("t2", "t3");
        assertThat(own.subprotocols()).containsExactly("v1.notify");
        assertThat(own.anonymous()).isTrue();
    }

    @Test
    void a_refused_client_is_anonymous_unless_it_says_otherwise() {
        Contract contract = ContractReader.read(GOOD.resolve("everything.contract.yaml"), "")
                .get(0);

        assertThat(named(contract, "an anonymous client").setup().channel().anonymous())
                .isTrue();
        assertThat(named(contract, "a stranger").setup().channel().anonymous()).isFalse();
        assertThat(named(contract, "a stranger").expectation())
                .isInstanceOfSatisfying(Expectation.Handshake.class, handshake -> assertThat(
                                handshake.answer().contents().payload())
                        .hasToString(
                                "{\"status\":403,\"headers\":{\"WWW-Authenticate\":[\"Bearer\"],\"X-Reason\":[\"blocked\"]},"
                                        + "\"body\":{\"error\":\"blocked\",\"since\":2024}}"));
    }

    @Test
    void fields_of_a_push_are_read() {
        Contract contract = ContractReader.read(GOOD.resolve("everything.contract.yaml"), "")
                .get(0);
        Interaction interaction = named(contract, "a notification");
        Expectation.Push push = (Expectation.Push) interaction.expectation();

        assertThat(push.receive()).isEqualTo(new Receive(1, 3, Duration.ofSeconds(5)));
        assertThat(push.heartbeat()).isEqualTo(Duration.ofSeconds(10));
        assertThat(push.message().shape()).isInstanceOfSatisfying(Shape.Schema.class, schema -> assertThat(
                        schema.schema().value())
                .contains("#/$defs/schemas~1common~1user.schema.yaml/$defs/user"));
        assertThat(interaction.setup().states())
                .containsExactly(ProviderState.named("a notification exists for user 42"));
        assertThat(interaction.origin().place().line()).isEqualTo(11);
    }

    @Test
    void remarks_on_schemas_become_notes_of_the_contract() {
        Contract contract =
                ContractReader.read(GOOD.resolve("notes.contract.yaml"), "").get(0);
        String place = GOOD.resolve("notes.contract.yaml") + ":4 #/receives/a tick/schema: ";

        assertThat(contract.notes())
                .containsExactly(
                        place
                                + "the schema names no draft by $schema, and is taken for https://json-schema.org/draft/2020-12/schema",
                        place
                                + "the keyword \"requred\" is not known to JSON Schema and has no effect; did you mean \"required\"?");
    }

    @Test
    void bare_schemas_are_pushes_called_like_their_files() throws Exception {
        file(
                "a tick.schema.json",
                "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"examples\":[{\"n\":1}],"
                        + "\"properties\":{\"n\":{\"$ref\":\"number.schema.yaml\"}}}");
        file("number.schema.yaml", "$schema: http://json-schema.org/draft-07/schema#\ntype: number\n");

        Contract contract = ContractReader.read(directory, "prices").get(0);

        assertThat(contract.provider()).isEqualTo("prices");
        assertThat(contract.consumer()).isEqualTo(directory.getFileName().toString());
        assertThat(contract.interactions()).extracting(Interaction::description).containsExactly("a tick", "number");
        assertThat(contract.interactions()).extracting(Interaction::setup).containsOnly(Setup.NONE);
        Expectation.Push tick =
                (Expectation.Push) contract.interactions().get(0).expectation();
        assertThat(tick.message().contents().payload()).hasToString("{\"n\":1}");
        Expectation.Push number =
                (Expectation.Push) contract.interactions().get(1).expectation();
        assertThat(number.message().contents().hasExample()).isFalse();
        assertThatThrownBy(() -> PactWriter.write(contract))
                .isInstanceOf(ContractFormatException.class)
                .hasMessage(
                        directory.resolve("number.schema.yaml") + ":1: there is no example of the message, and a Pact"
                                + " file cannot do without. Write \"examples\" in the schema.");
    }

    @Test
    void a_single_bare_schema_needs_no_provider() throws Exception {
        Path schema = file("tick.schema.json", "{\"$schema\":\"http://json-schema.org/draft-07/schema#\"}");

        assertThat(ContractReader.read(schema, "").get(0).provider()).isEqualTo("provider");
    }

    @Test
    void two_files_of_one_name_are_an_error() throws Exception {
        file("tick.schema.json", "true");
        file("tick.schema.yaml", "true");

        assertThatThrownBy(() -> ContractReader.read(directory, ""))
                .isInstanceOf(ContractFormatException.class)
                .hasMessageContaining("there is another interaction \"tick\"");
    }

    @Test
    void schemas_are_found_from_wherever_the_contract_is_named() throws Exception {
        Path contract =
                file("p.contract.yaml", "consumer: c\nprovider: p\nreceives: { a: { schema: s.json, example: 1 } }\n");
        file("s.json", "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$ref\":\"t.json\"}");
        file("t.json", "{\"minLength\":-1}");
        Path relative = Path.of("").toAbsolutePath().relativize(contract);

        for (Path named : List.of(contract, relative)) {
            assertThatThrownBy(() -> ContractReader.read(named, ""))
                    .hasMessageStartingWith(named.resolveSibling("t.json") + ":1 #/minLength: this is no JSON Schema");
        }
    }
}
