package dev.wspact.internal.contractfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.contract.Contract;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.contract.Interaction;
import dev.wspact.internal.json.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever docs/contract-format.md shows as a snippet is read by our reader: what stands in fences, and JSON within
 * sentences. A snippet of a kind that is not known here fails, so that none goes unread.
 */
class DocumentedSnippetsTest {
    private static final Path PAGE = Path.of("../docs/contract-format.md");
    private static final Pattern SECTION = Pattern.compile("(?m)^#{2,3} (.*)$");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");
    /** JSON where a sentence begins, which says what a field looks like. */
    private static final Pattern LEADING = Pattern.compile("(?:^|\\. )`([\\[{\"][^`]*)`", Pattern.MULTILINE);

    private static final Pattern WITHIN = Pattern.compile("`(\\{\"[^`]*)`");
    private static final Pattern FILE_NAME = Pattern.compile("(schema|example): ([\\w/.-]+\\.json)(#[\\w/$.]*)?");

    @TempDir
    Path directory;

    /**
     * A snippet and what it is.
     *
     * @param section the title above it
     * @param kind the word behind the fence, or "field" for JSON within a sentence
     */
    record Snippet(String section, String kind, String text) {
        List<String> fields() {
            return NAME.matcher(section).results().map(name -> name.group(1)).toList();
        }

        @Override
        public String toString() {
            return section + ": " + text.lines().findFirst().orElse("");
        }
    }

    static List<Snippet> snippets() throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        String page = Files.readString(PAGE);
        List<MatchResult> titles = SECTION.matcher(page).results().toList();
        for (int i = 0; i < titles.size(); i++) {
            int end = i + 1 < titles.size() ? titles.get(i + 1).start() : page.length();
            String text = page.substring(titles.get(i).end(), end).strip();
            snippets.addAll(ofSection(titles.get(i).group(1), text));
        }
        return snippets;
    }

    private static Stream<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static List<Snippet> ofSection(String title, String text) {
        List<Snippet> snippets = new ArrayList<>();
        all(FENCE, text).forEach(fence -> snippets.add(new Snippet(title, fence.group(1), fence.group(2))));
        String sentences = FENCE.matcher(text).replaceAll("");
        boolean ofField = title.startsWith("`");
        all(ofField ? LEADING : WITHIN, sentences)
                .forEach(json -> snippets.add(new Snippet(title, ofField ? "field" : "value", json.group(1))));
        return snippets;
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void is_read(Snippet snippet) throws Exception {
        switch (snippet.kind()) {
            case "json", "field" -> json(snippet);
            case "value" -> value(StrictJson.read(snippet.text()));
            case "yaml" -> yaml(snippet.text());
            case "js" -> javaScript(snippet.text());
            case "python" -> python(snippet.text());
            case "" -> error(snippet.text().strip());
            default -> throw new AssertionError("a snippet of a kind that this test does not know: " + snippet);
        }
    }

    @Test
    void there_are_snippets_of_all_kinds() throws Exception {
        assertThat(snippets()).extracting(Snippet::kind).contains("json", "field", "value", "yaml", "js", "python", "");
        assertThat(snippets())
                .flatExtracting(Snippet::fields)
                .contains("channel", "send", "trigger", "frame", "receive", "order", "heartbeat", "timestamp")
                .contains("correlate", "request", "response");
        assertThat(snippets()).hasSizeGreaterThan(15);
    }

    private void json(Snippet snippet) throws Exception {
        JsonNode value = StrictJson.read(snippet.text());
        if (value.has("interactions")) {
            assertThat(PactWriter.write(Pacts.read(snippet.text()))).isNotEmpty();
            return;
        }
        List<String> fields = snippet.fields();
        assertThat(fields).as("what the snippet is, by the title above it").isNotEmpty();
        ObjectNode block = JsonNodeFactory.instance.objectNode();
        if (fields.stream().allMatch(value::has)) {
            block.setAll((ObjectNode) value);
        } else {
            block.set(value.isTextual() && fields.contains("timestamp") ? "timestamp" : fields.get(0), value);
        }
        assertThat(read(interaction(block)).interactions()).hasSize(1);
    }

    /** The only interaction that has a place for all fields that are shown. */
    private static ObjectNode interaction(ObjectNode block) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        ObjectNode interaction = json.objectNode().put("description", "d");
        interaction.withObject("/comments").set("websocket", block);
        ObjectNode contents =
                json.objectNode().set("contents", json.objectNode().set("content", json.objectNode()));
        if (block.has("response")) {
            interaction.put("type", "Synchronous/Messages").set("request", contents);
            block.get("response")
                    .forEach(any -> interaction.withArray("/response").add(contents));
            return interaction;
        }
        block.path("trigger")
                .forEach(state ->
                        interaction.withArray("/providerStates").addObject().set("name", state));
        interaction.setAll(contents);
        return interaction.put("type", "Asynchronous/Messages");
    }

    private static Contract read(ObjectNode interaction) {
        return Pacts.read(
                "{\"consumer\":{\"name\":\"c\"},\"provider\":{\"name\":\"p\"},\"interactions\":[" + interaction + "]}");
    }

    private static void value(JsonNode value) {
        ObjectNode block = JsonNodeFactory.instance.objectNode();
        if (value.has("$ref")) {
            block.set("schema", value);
            assertThatThrownBy(() -> read(interaction(block)))
                    .isInstanceOf(ContractFormatException.class)
                    .hasMessageContaining("without end");
            return;
        }
        block.put("kind", value.has("status") ? "handshake" : "close");
        ObjectNode interaction = interaction(block);
        ((ObjectNode) interaction.at("/contents")).set("content", value);
        assertThat(read(interaction).interactions()).hasSize(1);
    }

    private void yaml(String text) throws IOException {
        List<MatchResult> names = all(FILE_NAME, text).toList();
        assertThat(names).isNotEmpty();
        for (MatchResult name : names) {
            Path file = directory.resolve(name.group(2));
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, name.group(1).equals("schema") ? "{\"$defs\":{\"notification\":{}}}" : "{}");
        }
        Path file = Files.writeString(directory.resolve("notification-service.contract.yaml"), text);

        assertThat(ContractReader.read(file, "notification-service").get(0).interactions())
                .isNotEmpty();
    }

    /** The call was run once with pact-js; what it wrote is in contractfile/tools, and has the block that is shown. */
    private static void javaScript(String text) throws Exception {
        String call = "JSON.stringify(";
        int start = text.indexOf(call);
        assertThat(start).isPositive().isLessThan(text.indexOf(".expectsToReceive("));
        JsonNode shown = JsonMapper.builder()
                .enable(
                        JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
                        JsonReadFeature.ALLOW_SINGLE_QUOTES,
                        JsonReadFeature.ALLOW_TRAILING_COMMA)
                .build()
                .reader()
                .without(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(text.substring(start + call.length()));
        String pact = Pacts.resource("tools/pact-js-v4.json");
        Interaction written = Pacts.read(pact).interactions().get(0);

        assertThat(StrictJson.read(pact).at("/interactions/0/comments/websocket"))
                .isEqualTo(shown);
        assertThat(text).contains("'" + written.description() + "'");
        assertThat(written.setup().send()).hasSize(1);
    }

    /** The same block as pact-js writes; a dictionary of Python is JSON but for its constants and a last comma. */
    private static void python(String text) throws Exception {
        String call = "\"websocket\",";
        int start = text.indexOf(call);
        assertThat(start).isPositive();
        JsonNode shown = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .build()
                .reader()
                .without(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(text.substring(start + call.length()).replace("False", "false"));
        assertThat(StrictJson.read(Pacts.resource("tools/pact-js-v4.json")).at("/interactions/0/comments/websocket"))
                .isEqualTo(shown);
    }

    private static void error(String text) {
        String pact =
                "{\"consumer\":{\"name\":\"c\"},\"provider\":{\"name\":\"p\"},\"interactions\":[" + "\n".repeat(51)
                        + "{\"type\":\"Asynchronous/Messages\",\"description\":\"d\",\"contents\":{\"content\":1},"
                        + "\"comments\":{\"websocket\":{\"recieve\":{}}}}]}";

        assertThatThrownBy(() -> ContractReader.readPact(pact, "pacts/ui-service.json"))
                .hasMessage(text);
    }
}
