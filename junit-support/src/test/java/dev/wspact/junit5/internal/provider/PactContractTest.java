package dev.wspact.junit5.internal.provider;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.FilteredPact;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.StringSource;
import dev.wspact.contract.Contract;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.InteractionType;
import dev.wspact.contract.Place;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PactContractTest {
    private static final Path FILE =
            Path.of("src/test/resources/pacts/notifications/notification-ui-notification-service.json");

    @Test
    void from_a_file_every_interaction_has_its_lines() {
        Pact pact = DefaultPactReader.INSTANCE.loadPact(FILE.toFile());

        List<Contract> contracts = contracts(pact);

        assertThat(contracts)
                .hasSize(4)
                .allSatisfy(contract -> assertThat(contract.source()).isEqualTo(FILE.toString()))
                .extracting(contract ->
                        contract.interactions().get(0).origin().place().pointer())
                .containsExactly("/interactions/0", "/interactions/1", "/interactions/2", "/interactions/3");
        assertThat(contracts).flatExtracting(PactContractTest::places).allSatisfy(place -> assertThat(place.line())
                .isPositive());
    }

    @Test
    void from_text_every_interaction_has_its_place_in_the_pact_but_no_line() throws IOException {
        List<Contract> contracts = contracts(pact(Files.readString(FILE)));

        assertThat(contracts)
                .extracting(
                        contract -> contract.interactions().get(0).expectation().type())
                .containsExactly(
                        InteractionType.PUSH,
                        InteractionType.EXCHANGE,
                        InteractionType.HANDSHAKE,
                        InteractionType.CLOSE);
        for (int i = 0; i < contracts.size(); i++) {
            String place = "/interactions/" + i;
            assertThat(places(contracts.get(i)))
                    .hasSizeGreaterThanOrEqualTo(2)
                    .allMatch(each -> each.line() == 0)
                    .extracting(Place::pointer)
                    .allMatch(pointer -> pointer.equals(place) || pointer.startsWith(place + "/"));
        }
    }

    @Test
    void a_filtered_pact_keeps_the_places_of_the_whole_pact() throws IOException {
        Pact whole = pact(Files.readString(FILE));
        Pact filtered = new FilteredPact(
                whole, interaction -> interaction.getDescription().contains("closed"));

        assertThat(contracts(filtered))
                .extracting(contract ->
                        contract.interactions().get(0).origin().place().pointer())
                .containsExactly("/interactions/3");
    }

    @Test
    void interactions_that_differ_in_parameters_only_are_told_apart(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("a-b.json"),
                """
                {"consumer": {"name": "a"}, "provider": {"name": "b"}, "interactions": [
                  {"type": "Asynchronous/Messages", "description": "m", "providerStates": [{"name": "s", "params": {"n": 1}}],
                   "contents": {"content": "one", "contentType": "text/plain", "encoded": false}},
                  {"type": "Asynchronous/Messages", "description": "m", "providerStates": [{"name": "s", "params": {"n": 2}}],
                   "contents": {"content": "two", "contentType": "text/plain", "encoded": false}}],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}
                """);

        assertThat(contracts(DefaultPactReader.INSTANCE.loadPact(file.toFile())))
                .extracting(contract -> contract.interactions()
                        .get(0)
                        .setup()
                        .states()
                        .get(0)
                        .params()
                        .get("n"))
                .containsExactly(1L, 2L);
    }

    @Test
    void messages_of_version_3_are_understood() {
        List<Contract> contracts = contracts(
                pact(
                        """
                {"consumer": {"name": "a"}, "provider": {"name": "b"}, "messages": [
                  {"description": "m", "providerStates": [{"name": "s"}], "contents": {"type": "tick", "price": 1.5},
                   "matchingRules": {"body": {"$.price": {"combine": "AND", "matchers": [{"match": "decimal"}]}}},
                   "metaData": {"contentType": "application/json"}}],
                 "metadata": {"pactSpecification": {"version": "3.0.0"}}}
                """));

        assertThat(contracts).singleElement().satisfies(contract -> {
            assertThat(contract.consumer()).isEqualTo("a");
            assertThat(contract.interactions()).singleElement().satisfies(interaction -> {
                assertThat(interaction.description()).isEqualTo("m");
                assertThat(interaction.setup().states()).hasSize(1);
                assertThat(interaction.expectation()).isInstanceOf(Expectation.Push.class);
                assertThat(messages(interaction.expectation()).get(0).toString())
                        .contains("tick", "decimal", BigDecimal.valueOf(1.5).toString());
            });
        });
    }

    private static Pact pact(String json) {
        return DefaultPactReader.INSTANCE.loadPact(new StringSource(json));
    }

    private static List<Contract> contracts(Pact pact) {
        return pact.getInteractions().stream()
                .map(interaction -> PactContract.of(pact, interaction))
                .toList();
    }

    private static List<Place> places(Contract contract) {
        Interaction interaction = contract.interactions().get(0);
        return Stream.concat(
                        Stream.of(interaction.origin().place()),
                        messages(interaction.expectation()).stream().map(ExpectedMessage::place))
                .toList();
    }

    private static List<ExpectedMessage> messages(Expectation expectation) {
        List<ExpectedMessage> messages = new ArrayList<>();
        if (expectation instanceof Expectation.Push push) {
            messages.add(push.message());
        } else if (expectation instanceof Expectation.Exchange exchange) {
            messages.add(exchange.request());
            exchange.responses().forEach(response -> messages.add(response.message()));
        } else if (expectation instanceof Expectation.Handshake handshake) {
            messages.add(handshake.answer());
        } else if (expectation instanceof Expectation.Close close) {
            messages.add(close.status());
        }
        return messages;
    }
}
