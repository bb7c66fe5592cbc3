package dev.wspact.internal.contractfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.contract.Contents;
import dev.wspact.contract.Contract;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.MessageOrder;
import dev.wspact.contract.Place;
import dev.wspact.contract.ProviderState;
import dev.wspact.contract.Receive;
import dev.wspact.contract.Setup;
import dev.wspact.contract.Shape;
import dev.wspact.message.JsonText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PactWriterTest {
    private static final Place PLACE = new Place("p.contract.yaml", "/receives/a tick", 7);

    private static ExpectedMessage message(String json, Shape shape) {
        return new ExpectedMessage(
                Contents.json(json), null, shape, JsonText.EMPTY_OBJECT, JsonText.EMPTY_OBJECT, PLACE);
    }

    private static Interaction push(String description, String json, @Nullable Receive receive) {
        return interaction(
                description,
                List.of(),
                new Expectation.Push(message(json, Shape.EQUAL), receive, null, null, null),
                Map.of());
    }

    private static Interaction interaction(
            String description, List<ProviderState> states, Expectation expectation, Map<String, JsonText> extras) {
        var setup = new Setup(states, Setup.NONE.channel(), List.of(), List.of());
        return new Interaction(description, null, false, setup, expectation, new Interaction.Origin(PLACE, extras));
    }

    private static Contract contract(Interaction... interactions) {
        return new Contract("c", "p", "p.contract.yaml", List.of(interactions), List.of(), Map.of());
    }

    @Test
    void sorts_interactions_by_description_and_then_by_states() {
        Expectation expectation = push("x", "1", null).expectation();

        String written = PactWriter.write(contract(
                interaction("b", List.of(), expectation, Map.of()),
                interaction("a", List.of(ProviderState.named("s2")), expectation, Map.of()),
                interaction("a", List.of(ProviderState.named("s1")), expectation, Map.of())));

        assertThat(Pacts.read(written).interactions())
                .extracting(interaction ->
                        interaction.description() + interaction.setup().states())
                .containsExactly("a[ProviderState[name=s1, params={}]]", "a[ProviderState[name=s2, params={}]]", "b[]");
    }

    @Test
    void derives_a_key_from_description_and_states_alone() {
        String key = InteractionWriter.write(push("a", "1", null)).path("key").asText();

        assertThat(key).matches("[0-9a-f]{16}");
        assertThat(InteractionWriter.write(push("a", "2", null)).path("key").asText())
                .isEqualTo(key);
        assertThat(InteractionWriter.write(push("b", "1", null)).path("key").asText())
                .isNotEqualTo(key);
    }

    @Test
    void adds_the_type_rule_where_a_schema_stands() {
        var schema = new Shape.Schema(new JsonText("{\"type\":\"object\"}"));
        JsonNode written = InteractionWriter.write(interaction(
                "a", List.of(), new Expectation.Push(message("{}", schema), null, null, null, null), Map.of()));

        assertThat(written.path("matchingRules"))
                .hasToString("{\"body\":{\"$\":{\"combine\":\"AND\",\"matchers\":[{\"match\":\"type\"}]}}}");
        assertThat(written.path("comments"))
                .hasToString("{\"websocket\":{\"schema\":{\"type\":\"object\"},\"version\":1}}");
    }

    @Test
    void writes_schemas_of_an_exchange_beside_the_messages_that_have_one() {
        var schema = new Shape.Schema(new JsonText("{}"));
        JsonNode written = InteractionWriter.write(interaction(
                "a",
                List.of(),
                new Expectation.Exchange(
                        message("1", schema),
                        List.of(
                                new Expectation.Response(message("2", Shape.EQUAL), null),
                                new Expectation.Response(message("3", schema), null)),
                        null),
                Map.of()));

        assertThat(written.path("comments").path("websocket"))
                .hasToString("{\"request\":{\"schema\":{}},\"response\":[null,{\"schema\":{}}],\"version\":1}");
        assertThat(written.path("response").path(0).has("matchingRules")).isFalse();
        assertThat(written.path("response").path(1).has("matchingRules")).isTrue();
    }

    @Test
    void says_nothing_where_only_defaults_stand() {
        assertThat(InteractionWriter.write(push("a", "1", Receive.DEFAULT)).has("comments"))
                .isFalse();
    }

    @Test
    void writes_an_order_over_all_messages_without_a_key() {
        var order = new MessageOrder("/seq", MessageOrder.Rule.GAPLESS, null);
        JsonNode written = InteractionWriter.write(interaction(
                "a", List.of(), new Expectation.Push(message("1", Shape.EQUAL), null, order, null, null), Map.of()));

        assertThat(written.path("comments").path("websocket").path("order"))
                .hasToString("{\"by\":\"/seq\",\"rule\":\"gapless\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"18446744073709551616", "0.1000000000000000055", "1e400"})
    void rejects_numbers_that_other_tools_would_change(String number) {
        assertThatThrownBy(() -> PactWriter.write(contract(push("a", "{\"n\":" + number + "}", null))))
                .hasMessage("p.contract.yaml:7 #/receives/a tick: the number " + number.replace("e", "E+")
                        + " at /contents/content/n would be changed by the Pact Broker and the Pact command line,"
                        + " which read it as a double or a 64-bit integer. Write it as a string, or with fewer"
                        + " digits.");
    }

    @Test
    void rejects_numbers_in_what_is_only_carried_along() {
        var contract = new Contract("c", "p", "a.json", List.of(), List.of(), Map.of("/x", new JsonText("1e400")));

        assertThatThrownBy(() -> PactWriter.write(contract)).hasMessageStartingWith("a.json: the number 1E+400 at /x");
    }

    @Test
    void puts_extras_back_but_never_over_what_stands_there() {
        Map<String, JsonText> extras = new HashMap<>();
        extras.put("/type", new JsonText("\"other\""));
        extras.put("/a~1b", new JsonText("1"));
        extras.put("/new/deep/c~0d", new JsonText("2"));
        extras.put("/providerStates/0/x", new JsonText("3"));
        extras.put("/providerStates/7/x", new JsonText("4"));
        extras.put("/description/x", new JsonText("5"));
        extras.put("/providerStates/7/x/y", new JsonText("6"));

        JsonNode written = InteractionWriter.write(interaction(
                "a", List.of(ProviderState.named("s")), push("a", "1", null).expectation(), extras));

        assertThat(written.path("type").asText()).isEqualTo("Asynchronous/Messages");
        assertThat(written.path("a/b").asInt()).isEqualTo(1);
        assertThat(written.path("new")).hasToString("{\"deep\":{\"c~d\":2}}");
        assertThat(written.path("providerStates")).hasToString("[{\"name\":\"s\",\"x\":3}]");
        assertThat(written.path("description").asText()).isEqualTo("a");
    }

    @Test
    void rejects_parameters_that_are_no_json() {
        assertThat(JavaValues.json(List.of(1, 2.5, "x", true))).hasToString("[1,2.5,\"x\",true]");
        assertThatThrownBy(() -> JavaValues.json(new Object()))
                .hasMessage("a provider state's parameter must be a JSON value, but is a java.lang.Object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"notification-service", "My Consumer", "größe_2.1", "消费者"})
    void keeps_names_that_are_fit_for_files(String name) {
        assertThat(PactWriter.fileName(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../../etc/passwd",
                "..\\..\\windows",
                "/etc/passwd",
                "C:\\x",
                "a\u0000b",
                "a\nb",
                "a\u202Eb",
                ".hidden",
                "ends.",
                "ends ",
                " begins",
                "con",
                "NUL.txt",
                "com1",
                "a*?<>|\"b",
                "😀"
            })
    void changes_hostile_names_and_keeps_them_apart(String name) {
        String file = PactWriter.fileName(name);

        assertThat(file).matches("[\\p{L}\\p{N}_~][\\p{L}\\p{N}._ ~-]*~[0-9a-f]{8}|_?~[0-9a-f]{8}");
        assertThat(PactWriter.fileName(name + "!")).isNotEqualTo(file);
    }

    @Test
    void cuts_long_names_without_cutting_a_character_in_half() {
        String name = "x".repeat(59) + "𠀀".repeat(50);

        assertThat(PactWriter.fileName(name)).startsWith("x".repeat(59) + "~").hasSize(68);
        assertThat(PactWriter.fileName("x".repeat(61))).hasSize(69);
        assertThat(PactWriter.fileName("x".repeat(60))).isEqualTo("x".repeat(60));
    }
}
