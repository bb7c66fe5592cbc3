package dev.wspact.internal.contractfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.contract.Contract;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Shape;
import dev.wspact.message.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaInPactTest {
    private static final String DRAFT = "'$schema':'https://json-schema.org/draft/2020-12/schema'";

    private static String push(String contents, String schema) {
        return Pacts.v4("{'type':'Asynchronous/Messages','description':'d','contents':" + contents
                + ",'matchingRules':{'body':{'$.a':{'matchers':[{'match':'type'}]}}},"
                + "'comments':{'websocket':{'schema':" + schema + "}}}");
    }

    @Test
    void is_the_shape_of_the_message_in_place_of_matching_rules() {
        Contract contract = Pacts.read(push("{'content':{'a':1}}", "{" + DRAFT + ",'required':['a']}"));

        ExpectedMessage message =
                ((Expectation.Push) contract.interactions().get(0).expectation()).message();
        assertThat(message.shape())
                .isEqualTo(new Shape.Schema(new JsonText(("{" + DRAFT + ",'required':['a']}").replace('\'', '"'))));
        assertThat(Pacts.read(PactWriter.write(contract)).interactions())
                .extracting(again ->
                        ((Expectation.Push) again.expectation()).message().shape())
                .containsExactly(message.shape());
    }

    @Test
    void is_read_for_every_message_of_an_exchange_and_for_events() {
        Contract contract = Pacts.read(Pacts.v4(
                "{'type':'Synchronous/Messages','description':'a','request':{'contents':{'content':1}},'response':"
                        + "[{'contents':{'content':2}}],'comments':{'websocket':{'request':{'schema':{'const':1}},"
                        + "'response':[{'schema':{'const':2}}]}}}",
                "{'type':'Asynchronous/Messages','description':'b','contents':{'content':{'code':4001}},"
                        + "'comments':{'websocket':{'kind':'close','schema':{'required':['code']}}}}",
                "{'type':'Asynchronous/Messages','description':'c','contents':{'content':{'status':401}},"
                        + "'comments':{'websocket':{'kind':'handshake','schema':{'required':['status']}}}}"));

        assertThat(PactWriter.write(contract)).containsOnlyOnce("\"const\": 1").containsOnlyOnce("\"const\": 2");
    }

    @Test
    void judges_json_that_stands_as_base64() {
        String base64 = "{'content':'eyJhIjoxfQ==','encoded':'base64','contentType':'application/json'}";

        assertThat(Pacts.read(push(base64, "{'required':['a']}")).interactions())
                .hasSize(1);
        assertThatThrownBy(() -> Pacts.read(push(base64, "{'required':['b']}")))
                .hasMessageContaining("the example does not fit its schema");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'content':{'a':1}}|{'properties':{'a':{'type':'string'}}}"
                        + "|/contents: the example does not fit its schema: at $.a, type: expected a string, but is 1",
                "{'content':{'a':1}}|{'required':['b','c']}|(and 1 more). Correct the example, or the schema.",
                "{'content':'x','contentType':'text/plain'}|{}"
                        + "|a schema describes JSON, but the content type is text/plain. Leave the schema out, or write"
                        + " \"contentType\": \"application/json\".",
                "{'content':'e3t7','encoded':'base64','contentType':'application/json'}|{}"
                        + "|/contents: the contents are not JSON: ",
                "{'content':'1,2,3,4,5,6,7,8,9,1,2,3,4,5,6,7,8,9,1,2,3,4,5,6,7,8,9,1,2,3,4,5,6,7,8,9'"
                        + ",'contentType':'application/json'}|{'pattern':'^(.*,){20}P'}"
                        + "|does not come to an end in time on the example. Write the pattern without nested repetitions.",
                "{'content':{'a':1}}|{'properties':{'a':{'type':'strin'}}}|/comments/websocket/schema/properties/a/type: ",
                "{'content':{'a':1}}|7|/comments/websocket/schema: ",
            })
    void says_what_is_wrong(String contents, String schema, String text) {
        assertThatThrownBy(() -> Pacts.read(push(contents, schema)))
                .hasMessageStartingWith("pact.json:1 #/interactions/0/")
                .hasMessageContaining(text);
    }
}
