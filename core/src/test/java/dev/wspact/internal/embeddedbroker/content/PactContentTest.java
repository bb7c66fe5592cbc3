package dev.wspact.internal.embeddedbroker.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.internal.json.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PactContentTest {
    private static final String ORDER =
            """
            {"type": "Asynchronous/Messages", "description": "order event", "pending": false,
             "contents": {"content": {"id": 1}, "contentType": "application/json", "encoded": false},
             "metadata": {"contentType": "application/json"}}
            """;
    private static final String SUBSCRIBE =
            """
            {"type": "Synchronous/Messages", "description": "subscribe", "pending": false,
             "request": {"contents": {"content": {"op": "sub"}, "contentType": "application/json", "encoded": false}},
             "response": [{"contents": {"content": {"ok": true}, "contentType": "application/json", "encoded": false}},
                          {"contents": {"content": {"snapshot": []}, "contentType": "application/json", "encoded": false}}]}
            """;

    private static PactContent read(String json) throws MalformedJsonException {
        return PactContent.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static PactContent pact(String... interactions) throws MalformedJsonException {
        return read("{\"interactions\": [" + String.join(",", interactions)
                + "], \"metadata\": {\"pactSpecification\": {\"version\": \"4.0\"}}}");
    }

    @Test
    void hashes_are_those_of_the_pact_broker() throws MalformedJsonException {
        // recorded from version 2.120.0
        assertThat(pact(ORDER, SUBSCRIBE).sha()).isEqualTo("b4f50fe0a6be79c8c42577607b98cf5f439d67aa");
        assertThat(pact(ORDER).sha()).isEqualTo("c5c4cd5c5171e4e29e5a5e551bce4cc03e2f61df");
    }

    @Test
    void ids_are_those_of_the_pact_broker() throws MalformedJsonException {
        assertThat(pact(ORDER, SUBSCRIBE).textWithIds())
                .contains("{\"_id\":\"f97fc23302ac334fa054227350a726ba52a15ff5\",\"type\":\"Asynchronous/Messages\"")
                .contains("{\"_id\":\"07781801c0befaa9dbd11917efab125442d9b5a2\",\"type\":\"Synchronous/Messages\"");
    }

    @Test
    void neither_order_nor_what_stands_outside_the_interactions_matters() throws MalformedJsonException {
        assertThat(pact(SUBSCRIBE, ORDER).sha())
                .isEqualTo(pact(ORDER, SUBSCRIBE).sha());
        assertThat(read("{\"x\": 1, \"metadata\": {\"y\": 2, \"pactSpecification\": {\"version\": \"4.0\"}},"
                                + " \"interactions\": [" + ORDER + "]}")
                        .sha())
                .isEqualTo(pact(ORDER).sha());
    }

    @Test
    void another_specification_version_is_another_content() throws MalformedJsonException {
        assertThat(read("{\"interactions\": [" + ORDER + "]}").sha())
                .isNotEqualTo(pact(ORDER).sha());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1.0, 1.0",
        "1.10, 1.1",
        "-2.50, -2.5",
        "1e5, 100000.0",
        "123456789012345680.0, 1.2345678901234568e+17",
        "1e16, 1.0e+16",
        "1e15, 1000000000000000.0",
        "0.0001, 0.0001",
        "0.00001, 1.0e-05",
        "0.1, 0.1",
        "2.0E-3, 0.002",
        "0.0, 0.0",
        "18446744073709551616, 18446744073709551616"
    })
    void numbers_are_written_as_ruby_writes_them(String written, String rewritten) throws MalformedJsonException {
        assertThat(read("{\"n\": " + written + "}").textWithIds()).isEqualTo("{\"n\":" + rewritten + "}");
    }

    @Test
    void texts_are_written_as_ruby_writes_them() throws MalformedJsonException {
        assertThat(read("{\"t\": \"\\u00e9 \\/ \\u2028 \\\" \\\\ \\n \\u0001 \\ud83d\\ude00\"}")
                        .textWithIds())
                .isEqualTo("{\"t\":\"é / \u2028 \\\" \\\\ \\n \\u0001 😀\"}");
    }

    @Test
    void members_are_sorted_by_bytes_and_not_by_utf_16() throws MalformedJsonException {
        // in UTF-16 the second name would come first
        assertThat(read("{\"interactions\": 1, \"\uffee\": 1, \"😀\": 2}").sha())
                .isEqualTo(
                        read("{\"😀\": 2, \"\uffee\": 1, \"interactions\": 1}").sha());
        assertThat(read("{\"interactions\": [{\"😀\": 1, \"\uffee\": 2}]}")
                        .comparable()
                        .toString())
                .isEqualTo("{\"interactions\":[{\"\uffee\":2,\"😀\":1}]}");
    }

    @Test
    void what_the_pact_broker_does_not_read_is_not_read() {
        assertThatThrownBy(() -> read("{\"a\":".repeat(51) + "1" + "}".repeat(51)))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessage("it is nested deeper than 50 levels");
        assertThatThrownBy(() -> read("{\"n\": 1e400}"))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("is no double");
    }

    @Test
    void a_difference_shows_the_changed_lines_and_a_little_around_them() throws MalformedJsonException {
        PactContent published = PactContent.stored(pact(ORDER).textWithIds());

        assertThat(ContentDifference.between(published, pact(ORDER.replace("\"id\": 1", "\"id\": 2"))))
                .contains("-        \"id\" : 1\n+        \"id\" : 2")
                .doesNotContain("_id");
    }
}
