package dev.wspact.internal.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.message.JsonText;
import org.junit.jupiter.api.Test;

class MessageMetadataTest {
    private static final JsonText RULES =
            new JsonText("{\"metadata\": {\"id\": {\"matchers\": [{\"match\": \"regex\", \"regex\": \"\\\\d+\"}]}}}");

    @Test
    void values_are_compared_by_rules_and_a_content_type_may_be_missing() {
        JsonText expected = new JsonText("{\"id\": \"1\", \"origin\": \"a\", \"contentType\": \"application/json\"}");

        assertThat(MessageMetadata.differences(expected, RULES, new JsonText("{\"id\": \"22\", \"origin\": \"a\"}")))
                .isEmpty();
        assertThat(MessageMetadata.differences(expected, RULES, new JsonText("{\"id\": \"x\"}")))
                .containsExactly(
                        new Difference("$.id", "metadata", "\"1\"", "Expected 'x' to match '\\d+'"),
                        new Difference("$.origin", "metadata", "\"a\"", "Expected metadata 'origin' but was missing"));
        assertThat(MessageMetadata.differences(JsonText.EMPTY_OBJECT, JsonText.EMPTY_OBJECT, new JsonText("[]")))
                .isEmpty();
    }
}
