package dev.wspact.internal.contractfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.contract.Contents;
import dev.wspact.contract.Contract;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.ProviderState;
import dev.wspact.contract.Shape;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class V3MessageReaderTest {
    @Test
    void reads_a_message_as_a_push() {
        Interaction interaction = Pacts.only(Pacts.v3("{'description':'a tick','providerState':'the market is open',"
                + "'providerStates':[{'name':'ACME moves'}],'contents':{'type':'tick'},"
                + "'matchingRules':{'body':{'$.type':{'matchers':[{'match':'type'}]}}},"
                + "'generators':{'body':{}},'metaData':{'contentType':'application/json','x':1},'_id':'42'}"));

        Expectation.Push push = (Expectation.Push) interaction.expectation();
        assertThat(interaction.description()).isEqualTo("a tick");
        assertThat(interaction.key()).isNull();
        assertThat(interaction.pending()).isFalse();
        assertThat(interaction.setup().states())
                .containsExactly(ProviderState.named("the market is open"), ProviderState.named("ACME moves"));
        assertThat(push.message().contents()).isEqualTo(Contents.json("{\"type\":\"tick\"}"));
        assertThat(push.message().shape())
                .isEqualTo(
                        new Shape.Rules(new JsonText("{\"body\":{\"$.type\":{\"matchers\":[{\"match\":\"type\"}]}}}")));
        assertThat(push.message().generators()).isEqualTo(new JsonText("{\"body\":{}}"));
        assertThat(push.message().metadata()).isEqualTo(new JsonText("{\"contentType\":\"application/json\",\"x\":1}"));
        assertThat(push.message().place()).hasToString("pact.json:1 #/messages/0/contents");
        assertThat(interaction.origin().extras()).containsOnlyKeys("/_id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'provider_state':'s' | s",
                "'providerState':'s' | s",
                "'providerState':'s','provider_state':'s' | s",
                "'providerState':'s','providerStates':[{'name':'s'},{'name':'t'}] | s,t",
                "'provider_state':'r','providerStates':[{'name':'s'}] | r,s",
                "'providerState':null,'providerStates':null | ``",
                "'providerState':'','providerStates':[] | ``",
                "'providerStates':[{'name':'s','params':null}] | s",
            })
    void reads_provider_states_in_the_shapes_of_all_versions(String members, String states) {
        for (String message : List.of(
                "{'description':'d','contents':1," + members + "}",
                "{'type':'Asynchronous/Messages','description':'d','contents':{'content':1}," + members + "}")) {
            Interaction interaction = Pacts.only(message.contains("type") ? Pacts.v4(message) : Pacts.v3(message));

            assertThat(interaction.setup().states())
                    .extracting(ProviderState::name)
                    .containsExactlyElementsOf(states.isEmpty() ? List.of() : List.of(states.split(",", -1)));
            assertThat(interaction.origin().extras()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':1}            | application/json         | application/json         | {'a':1}",
                "{'a':1}            |                          | application/json         | {'a':1}",
                "[1]                | application/x+json       | application/x+json       | [1]",
                "7                  |                          | application/json         | 7",
                "'hello'            |                          | text/plain               | hello",
                "'hello'            | text/csv                 | text/csv                 | hello",
                "'hello'            | application/json         | application/json         | 'hello'",
                "'12'               | application/json         | application/json         | '12'",
                "'[1, 2]'           | application/json         | application/json         | [1,2]",
                "'<svg/>'           | image/svg+xml            | image/svg+xml            | <svg/>",
            })
    void reads_contents_as_their_type_says(String contents, String declared, String contentType, String text) {
        String metadata = declared == null ? "{}" : "{'Content-Type':'" + declared + "'}";
        Contents read = contents(contents, metadata);

        assertThat(read).isEqualTo(new Contents(new Payload.Text(text.replace('\'', '"')), contentType, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/octet-stream",
                "image/png",
                "audio/ogg",
                "video/mp4",
                "application/pdf",
                "application/zip"
            })
    void takes_strings_of_binary_types_for_base64(String contentType) {
        assertThat(contents("'AP4J'", "{'contentType':'" + contentType + "'}").payload())
                .isEqualTo(Payload.Binary.of(new byte[] {0, (byte) 0xFE, 9}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'contentType':''}", "{'contentType':7}", "{'other':'x'}", "null"})
    void looks_at_the_contents_where_metadata_has_no_type(String metadata) {
        assertThat(contents("{}", metadata).contentType()).isEqualTo("application/json");
    }

    private static Contents contents(String contents, String metadata) {
        Interaction interaction =
                Pacts.only(Pacts.v3("{'description':'d','contents':" + contents + ",'metadata':" + metadata + "}"));
        return ((Expectation.Push) interaction.expectation()).message().contents();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'contents':1}|\"description\" is missing",
                "{'description':'d'}|\"contents\" is missing",
                "{'description':'d','contents':''}|\"contents\" is empty",
                "{'description':'d','contents':'*','metadata':{'contentType':'image/png'}}|\"contents\" is not base64",
                "{'description':'d','contents':1,'metaData':[]}|\"metaData\" must be an object, but is an array",
                "{'description':'d','contents':1,'matchingRules':1}|\"matchingRules\" must be an object",
                "1|the element must be an object, but is the number 1",
            })
    void says_what_is_wrong(String message, String problem) {
        assertThatThrownBy(() -> Pacts.read(Pacts.v3(message.replace("''", "\"\""))))
                .hasMessageContaining(problem)
                .hasMessageStartingWith("pact.json:1 #/messages/0");
    }

    @Test
    void is_written_as_version_4() {
        Contract contract = Pacts.read(Pacts.v3("{'description':'d','contents':1,'_id':'42'}"));

        assertThat(PactWriter.write(contract))
                .isEqualTo(
                        """
                        {
                          "consumer": {
                            "name": "c"
                          },
                          "interactions": [
                            {
                              "_id": "42",
                              "contents": {
                                "content": 1,
                                "contentType": "application/json",
                                "encoded": false
                              },
                              "description": "d",
                              "key": "3c438dd1fe7df80b",
                              "pending": false,
                              "type": "Asynchronous/Messages"
                            }
                          ],
                          "metadata": {
                            "pactSpecification": {
                              "version": "4.0"
                            }
                          },
                          "provider": {
                            "name": "p"
                          }
                        }
                        """);
    }
}
