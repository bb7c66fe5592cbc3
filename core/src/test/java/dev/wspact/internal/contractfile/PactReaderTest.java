package dev.wspact.internal.contractfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.contract.Contents;
import dev.wspact.contract.Contract;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.InteractionType;
import dev.wspact.message.FrameType;
import dev.wspact.message.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PactReaderTest {
    private static Contents contents(String contents, String metadata) {
        Interaction interaction = Pacts.only(Pacts.v4("{'type':'Asynchronous/Messages','description':'d','contents':"
                + contents + ",'metadata':" + metadata + "}"));
        return ((Expectation.Push) interaction.expectation()).message().contents();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'content':{'a':1}}                                                | application/json | {'a':1}",
                "{'content':'ABC','contentType':'application/json','encoded':false} | application/json | 'ABC'",
                "{'content':'[1, 2]','contentType':'application/json','encoded':'json'} | application/json | [1,2]",
                "{'content':'[1, 2]','encoded':'JSON'}                              | application/json | [1,2]",
                "{'content':{'a':1},'encoded':'JSON'}                               | application/json | {'a':1}",
                "{'content':'ABC'}                                                  | text/plain       | ABC",
                "{'content':'ABC','contentType':null,'encoded':null}                | text/plain       | ABC",
                "{'content':{'a':1.50},'contentType':'text/plain'}                  | text/plain       | {'a':1.50}",
            })
    void reads_text_contents_as_their_encoding_says(String contents, String contentType, String text) {
        assertThat(contents(contents, "{}"))
                .isEqualTo(new Contents(new Payload.Text(text.replace('\'', '"')), contentType, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'content':'AP4=','encoded':true}|application/octet-stream",
                "{'content':'AP4=','encoded':'BASE64'}|application/octet-stream",
                "{'content':'AP4=','encoded':'base64','contentType':'application/json'}|application/json",
            })
    void reads_base64_as_binary(String contents, String contentType) {
        Contents read = contents(contents, "{}");

        assertThat(read.payload()).isEqualTo(Payload.Binary.of(new byte[] {0, (byte) 0xFE}));
        assertThat(read.payload().frameType()).isEqualTo(FrameType.BINARY);
        assertThat(read.contentType()).isEqualTo(contentType);
    }

    @Test
    void takes_the_content_type_from_metadata_where_contents_say_none() {
        assertThat(contents("{'content':'x'}", "{'content-type':'text/csv'}").contentType())
                .isEqualTo("text/csv");
        assertThat(contents("{'content':'x','contentType':'text/html'}", "{'contentType':'text/csv'}")
                        .contentType())
                .isEqualTo("text/html");
        assertThat(contents("{'content':'x'}", "null").contentType()).isEqualTo("text/plain");
    }

    @Test
    void drops_the_name_of_the_test_and_keeps_other_comments() {
        Interaction interaction = Pacts.only(Pacts.v4("{'type':'Asynchronous/Messages','description':'d','key':'',"
                + "'pending':null,'contents':{'content':1},'comments':{'testname':'t','text':['x'],'a/b':1}}"));

        assertThat(interaction.key()).isNull();
        assertThat(interaction.origin().extras().keySet()).containsExactly("/comments/text", "/comments/a~1b");
        assertThat(InteractionWriter.write(interaction).path("comments").fieldNames())
                .toIterable()
                .containsExactly("text", "a/b");
        assertThat(InteractionWriter.write(interaction).path("comments").path("text"))
                .hasToString("[\"x\"]");
        assertThat(InteractionWriter.write(interaction).path("comments").has("testname"))
                .isFalse();
    }

    @Test
    void accepts_one_response_as_an_object() {
        Interaction interaction = Pacts.only(Pacts.v4("{'type':'Synchronous/Messages','description':'d',"
                + "'request':{'contents':{'content':1}},'response':{'contents':{'content':2}}}"));

        assertThat(((Expectation.Exchange) interaction.expectation()).responses())
                .hasSize(1);
    }

    @Test
    void accepts_an_exchange_that_says_that_it_is_of_messages() {
        Interaction interaction = Pacts.only(Pacts.v4("{'type':'Synchronous/Messages','description':'d',"
                + "'request':{'contents':{'content':1}},'response':[{'contents':{'content':2}}],"
                + "'comments':{'websocket':{'kind':'message','response':[null]}}}"));

        assertThat(InteractionWriter.write(interaction).has("comments")).isFalse();
    }

    @Test
    void passes_no_interaction_over_that_it_does_not_know() {
        Contract contract = Pacts.read(Pacts.v4(
                "{'type':'Asynchronous/Message','description':'a','key':'k','pending':true}",
                "{'description':'b','request':{'path':'/x'},'response':{'status':200}}",
                "{'description':'c','request':{'method':'GET'},'response':{'status':200}}"));

        assertThat(contract.interactions())
                .extracting(interaction -> interaction.expectation().type())
                .containsOnly(InteractionType.OTHER);
        Interaction unknown = contract.interactions().get(0);
        assertThat(unknown.key()).isEqualTo("k");
        assertThat(unknown.pending()).isTrue();
        assertThat(((Expectation.NotCheckable) unknown.expectation()).problem())
                .isEqualTo("the interaction type \"Asynchronous/Message\" is not known");
        assertThat(((Expectation.NotCheckable) unknown.expectation()).remedy())
                .isEqualTo("Perhaps \"Asynchronous/Messages\" is meant");
    }

    @Test
    void leaves_unknown_matching_rules_to_matching() {
        Interaction interaction = Pacts.only(Pacts.v4("{'type':'Asynchronous/Messages','description':'d',"
                + "'contents':{'content':1},'matchingRules':{'body':{'$':{'matchers':[{'match':'strange'}]}}}}"));

        assertThat(interaction.expectation().type()).isEqualTo(InteractionType.PUSH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'provider':{'name':'p'},'interactions':[]} |pact.json:1: \"consumer\" is missing. Write \"consumer\": {\"name\": \"…\"}.",
                "{'consumer':{},'provider':{'name':'p'},'interactions':[]} |pact.json:1 #/consumer: \"name\" is missing. Write \"consumer\": {\"name\": \"…\"}.",
                "{'consumer':'c','provider':{'name':'p'}} |pact.json:1 #/consumer: \"consumer\" must be an object, but is the string \"c\". Correct the value.",
                "{'consumer':{'name':'c'},'provider':{'name':' '}} |pact.json:1 #/provider/name: \"name\" is blank. Write at least one visible character.",
                "{'consumer':{'name':'c'},'provider':{'name':'p'},'interactions':[]} |pact.json:1 #/interactions: the pact has no interactions. Generate it again, or remove the file.",
                "{'consumer':{'name':'c'},'provider':{'name':'p'},'messages':[]} |pact.json:1 #/messages: the pact has no interactions. Generate it again, or remove the file.",
                "{'consumer':{'name':'c'},'provider':{'name':'p'}} |pact.json:1: the pact has no interactions. Generate it again, or remove the file.",
                "{'consumer':{'name':'c'},'provider':{'name':'p'},'interactions':{}} |pact.json:1 #/interactions: \"interactions\" must be an array, but is an object. Correct the value.",
                "{'consumer':{'name':'c'},'provider':{'name':'p'},'metadata':1} |pact.json:1 #/metadata: \"metadata\" must be an object, but is the number 1. Correct the value.",
                "[] |pact.json:1: the file must be an object, but is an array. Correct the value.",
                "true |pact.json:1: the file must be an object, but is true. Correct the value.",
            })
    void says_what_is_wrong_with_a_pact(String pact, String text) {
        assertThatThrownBy(() -> Pacts.read(pact.replace('\'', '"'))).hasMessage(text);
    }

    @Test
    void rejects_two_interactions_of_one_name_whatever_their_types() {
        String push = "{'type':'Asynchronous/Messages','description':'d','contents':{'content':1}}";
        String http = "\n{'type':'Synchronous/HTTP','description':'d','request':{},'response':{}}";

        assertThatThrownBy(() -> Pacts.read(Pacts.v4(push, http)))
                .hasMessage("pact.json:2 #/interactions/1: there is another interaction \"d\" with the same provider"
                        + " states, at pact.json:1 #/interactions/0. Give one of them another description; Pact's"
                        + " tools take the two for one.");
    }

    @Test
    void reads_interactions_and_messages_of_one_file() {
        Contract contract = Pacts.read(("{'consumer':{'name':'c'},'provider':{'name':'p'},"
                        + "'interactions':[{'type':'Asynchronous/Messages','description':'a','contents':{'content':1}}],"
                        + "'messages':[{'description':'b','contents':2}],"
                        + "'metadata':{'pact-specification':{'version':'3'},'pactSpecificationVersion':'3'}}")
                .replace('\'', '"'));

        assertThat(contract.interactions()).extracting(Interaction::description).containsExactly("a", "b");
        assertThat(contract.extras()).isEmpty();
    }
}
