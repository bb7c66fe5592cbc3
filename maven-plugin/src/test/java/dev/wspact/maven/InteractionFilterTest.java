package dev.wspact.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.contract.Channel;
import dev.wspact.contract.Contract;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.Place;
import dev.wspact.contract.ProviderState;
import dev.wspact.contract.Setup;
import dev.wspact.message.JsonText;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InteractionFilterTest {
    private static final List<Contract> CONTRACTS = List.of(
            contract("ui", interaction("a ping"), interaction("a tick", "market is open", "it is noon")),
            contract("app", interaction("a tick")));

    @Test
    void without_a_filter_everything_passes_untouched() {
        InteractionFilter filter = new InteractionFilter(List.of(), null, null);

        assertThat(filter.picksAll()).isTrue();
        assertThat(filter.of(CONTRACTS)).isSameAs(CONTRACTS);
        assertThat(InteractionFilter.count(CONTRACTS)).isEqualTo(3);
    }

    @Test
    void picks_consumers_by_name() {
        assertThat(picked(new InteractionFilter(List.of("app", "other"), null, null)))
                .containsExactly("app: a tick");
    }

    @Test
    void a_description_must_match_as_a_whole() {
        assertThat(picked(new InteractionFilter(List.of(), Pattern.compile("a ti.k"), null)))
                .containsExactly("ui: a tick", "app: a tick");
        assertThat(picked(new InteractionFilter(List.of(), Pattern.compile("tick"), null)))
                .isEmpty();
    }

    @Test
    void one_of_the_states_must_match_as_a_whole() {
        assertThat(picked(new InteractionFilter(List.of(), null, Pattern.compile("it is .*"))))
                .containsExactly("ui: a tick");
    }

    @Test
    void the_empty_text_picks_interactions_without_any_state() {
        assertThat(picked(new InteractionFilter(List.of(), null, Pattern.compile("^$"))))
                .containsExactly("ui: a ping", "app: a tick");
    }

    private static List<String> picked(InteractionFilter filter) {
        return filter.of(CONTRACTS).stream()
                .flatMap(contract -> contract.interactions().stream()
                        .map(interaction -> contract.consumer() + ": " + interaction.description()))
                .toList();
    }

    private static Contract contract(String consumer, Interaction... interactions) {
        return new Contract(consumer, "feed", consumer + ".json", List.of(interactions), List.of(), Map.of());
    }

    private static Interaction interaction(String description, String... states) {
        Setup setup =
                new Setup(Stream.of(states).map(ProviderState::named).toList(), Channel.DEFAULT, List.of(), List.of());
        return new Interaction(
                description,
                null,
                false,
                setup,
                new Expectation.NotCheckable("nothing is expected", "nothing", new JsonText("{}")),
                new Interaction.Origin(new Place("ui.json", "", 0), Map.of()));
    }
}
