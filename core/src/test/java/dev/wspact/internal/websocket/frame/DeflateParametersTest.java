package dev.wspact.internal.websocket.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeflateParametersTest {
    private static final DeflateOffer STRICT = new DeflateOffer(true, true, 10, 0);

    @Test
    void writes_the_offer() {
        assertThat(DeflateOffer.DEFAULT.header()).isEqualTo("permessage-deflate; client_max_window_bits");
        assertThat(STRICT.header())
                .isEqualTo("permessage-deflate; server_no_context_takeover; client_no_context_takeover;"
                        + " server_max_window_bits=10");
        assertThat(new DeflateOffer(false, false, 15, 9).header())
                .isEqualTo("permessage-deflate; client_max_window_bits=9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "permessage-deflate | false | false | 15 | 15",
                "' permessage-deflate ;server_no_context_takeover' | true | false | 15 | 15",
                "permessage-deflate; client_no_context_takeover | false | true | 15 | 15",
                "permessage-deflate; server_max_window_bits=8; client_max_window_bits=\"9\" | false | false | 8 | 9",
                "permessage-deflate; Client_Max_Window_Bits = 12 | false | false | 15 | 12"
            })
    void reads_the_answer(String answer, boolean serverForgets, boolean clientForgets, int server, int client)
            throws ExtensionAnswerException {
        assertThat(DeflateParameters.parse(DeflateOffer.DEFAULT, answer))
                .isEqualTo(new DeflateParameters(serverForgets, clientForgets, server, client));
    }

    @Test
    void keeps_what_it_has_announced_though_the_server_is_silent() throws ExtensionAnswerException {
        assertThat(DeflateParameters.parse(
                        STRICT, "permessage-deflate; server_no_context_takeover; server_max_window_bits=9"))
                .isEqualTo(new DeflateParameters(true, true, 9, 15));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x-webkit-deflate-frame | the server answers with the extension \"x-webkit-deflate-frame\", which was not offered",
                "permessage-deflate, permessage-deflate | the server answers with more than one extension",
                "permessage-deflate; foo | permessage-deflate has no parameter \"foo\"",
                "permessage-deflate; server_no_context_takeover; server_no_context_takeover | stands there twice",
                "permessage-deflate; server_no_context_takeover=1 | has the value \"1\", and must have none",
                "permessage-deflate; server_max_window_bits | the parameter server_max_window_bits has no value",
                "permessage-deflate; server_max_window_bits=7 | has the value \"7\", and must be a number from 8 to 15",
                "permessage-deflate; server_max_window_bits=16 | must be a number from 8 to 15",
                "permessage-deflate; server_max_window_bits=08 | must be a number from 8 to 15",
                "permessage-deflate; client_max_window_bits | has no value",
                "permessage-deflate; =; | the parameters cannot be read from \"; =;\" on",
                "'permessage-deflate;' | cannot be read from \";\" on"
            })
    void refuses_what_is_wrong(String answer, String problem) {
        assertThatThrownBy(() -> DeflateParameters.parse(DeflateOffer.DEFAULT, answer))
                .isInstanceOf(ExtensionAnswerException.class)
                .hasMessageContaining(problem)
                .hasMessageEndingWith("; the server's Sec-WebSocket-Extensions: " + answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "permessage-deflate | without its server_no_context_takeover",
                "permessage-deflate; server_no_context_takeover | without its server_max_window_bits",
                "permessage-deflate; server_no_context_takeover; server_max_window_bits=11 | is 11, and at most 10 was offered",
                "permessage-deflate; server_no_context_takeover; server_max_window_bits=9; client_max_window_bits=9 | which was not offered"
            })
    void refuses_what_was_not_offered(String answer, String problem) {
        assertThatThrownBy(() -> DeflateParameters.parse(STRICT, answer))
                .isInstanceOf(ExtensionAnswerException.class)
                .hasMessageContaining(problem);
    }
}
