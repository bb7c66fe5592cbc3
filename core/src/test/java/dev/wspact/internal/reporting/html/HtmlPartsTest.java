package dev.wspact.internal.reporting.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.contract.InteractionType;
import dev.wspact.contract.Place;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Uncontracted;
import dev.wspact.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlPartsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a tick",
                "it's 100 % \"sure\" (really?) $HOME `ls` !x ^y \\z",
                "line\nbreak\r\n\u2028\u0085 tab\t",
                "日本語 😀",
                "[a-z]+*"
            })
    void a_command_picks_its_interaction_in_every_shell(String description) {
        String command = Rerun.command(contract(description), interaction(description));

        assertThat(command).startsWith("mvn verify \"-Dpact.filter.consumers=ui\" \"-Dpact.filter.description=");
        String filter = command.substring(command.indexOf("description=") + 12, command.length() - 1);
        assertThat(description).matches(Pattern.compile(filter));
        assertThat(filter).doesNotContain("\"", "'", "$", "`", "!", "%", "\n");
    }

    @Test
    void a_command_names_the_state_where_the_description_is_not_enough() {
        InteractionResult result = interaction("a tick");
        ContractResult twice = new ContractResult(
                contract("a tick").subject(),
                List.of(result, result),
                List.of(),
                new Uncontracted(List.of(), false),
                new ContractResult.Period(Instant.EPOCH, Duration.ZERO));

        assertThat(Rerun.command(twice, result))
                .isEqualTo("\"-Dpact.filter.consumers=ui\" \"-Dpact.filter.description=a tick\""
                        + " \"-Dpact.filter.providerState=open\"");
    }

    @Test
    void no_attribute_holds_a_script_a_style_or_an_address() {
        for (String name : List.of("onclick", "style", "src", "formaction", "xlink:href", "srcdoc")) {
            assertThatThrownBy(() -> new Attribute(name, "x")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Attribute("href", "javascript:alert(1)"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Attribute.fixed("content", "<")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tag.of("script")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"$|''", "$.a|a", "$.a[1].b|a/1/b", "$['a b']['c.d'][0]|a b/c.d/0", "$[0]|0", "$['x]']|x]"})
    void a_path_of_pact_is_read(String path, String steps) {
        assertThat(String.join("/", Objects.requireNonNull(PactPath.parse(path)).steps()))
                .isEqualTo(steps);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "$.", "$..a", "$[", "$[]", "$['a", "$a", "/a/b"})
    void what_is_no_path_is_none(String text) {
        assertThat(PactPath.parse(text)).isNull();
    }

    @Test
    void a_missing_member_is_noted_at_the_object_that_lacks_it() throws MalformedJsonException {
        JsonLines lines = JsonLines.of(StrictJson.read("{\"a\":[1,{\"b\":2}],\"c\":{}}"));

        assertThat(lines.lines())
                .containsExactly(
                        "{", "  \"a\": [", "    1,", "    {", "      \"b\": 2", "    }", "  ],", "  \"c\": {}", "}");
        assertThat(Stream.of("$", "$.a[0]", "$.a[1].b", "$.a[1].missing", "$.c.x", "$.nowhere")
                        .map(path -> lines.lineOf(Objects.requireNonNull(PactPath.parse(path)))))
                .containsExactly(0, 2, 4, 3, 7, 0);
    }

    @Test
    void a_long_idle_time_is_drawn_short_and_times_stay_in_order() {
        TimeScale scale = new TimeScale(
                Stream.of(0, 1, 70, 140, 60_000, 60_080).map(Duration::ofMillis).toList(), 0, 1_000);

        assertThat(scale.breaks()).hasSize(1);
        assertThat(scale.x(Duration.ofMillis(60_080))).isBetween(999.9, 1000.1);
        assertThat(scale.x(Duration.ofMillis(60_000)) - scale.x(Duration.ofMillis(140)))
                .isBetween(40.0, 50.0);
        assertThat(Stream.of(0, 1, 70, 140, 30_000, 60_000, 60_080).map(at -> scale.x(Duration.ofMillis(at))))
                .isSorted();
        assertThat(scale.ticks(90)).hasSizeBetween(4, 12);
    }

    private static ContractResult contract(String description) {
        return new ContractResult(
                        new ContractResult.Subject("ui", "feed", "ui-feed.json", List.of()),
                        List.of(interaction(description)),
                        List.of(),
                        new Uncontracted(List.of(), false),
                        new ContractResult.Period(Instant.EPOCH, Duration.ZERO))
                .withCommand("mvn verify");
    }

    private static InteractionResult interaction(String description) {
        return new InteractionResult(
                new InteractionResult.Subject(
                        description, null, List.of("open"), InteractionType.PUSH, new Place("ui-feed.json", "", 0)),
                Verdict.PASSED,
                1,
                0);
    }
}
