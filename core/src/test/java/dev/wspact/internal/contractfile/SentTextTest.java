package dev.wspact.internal.contractfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wspact.contract.Contents;
import dev.wspact.contract.Contract;
import dev.wspact.message.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentTextTest {
    @TempDir
    Path directory;

    private Contract read(String send) throws IOException {
        String text =
                "consumer: c\nprovider: p\nreceives:\n  a tick:\n    schema: {type: object}\n    example: {}\n    "
                        + send + "\n";
        return ContractReader.read(Files.writeString(directory.resolve("p.contract.yaml"), text), "")
                .get(0);
    }

    private static Contents sent(Contract contract) {
        return contract.interactions().get(0).setup().send().get(0).contents();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PING", "/join news", "topic/news", "load my.json now", "open a b.json"})
    void any_other_string_is_sent_as_it_stands(String text) throws Exception {
        assertThat(sent(read("send: \"" + text + "\"")))
                .isEqualTo(new Contents(new Payload.Text(text), "text/plain", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth.json", "examples/auth.JSON", "auth.yaml", "auth.yml"})
    void the_name_of_a_file_is_no_message(String name) {
        assertThatThrownBy(() -> read("send: " + name))
                .hasMessageContaining("p.contract.yaml:7")
                .hasMessageContaining("looks like the name of a file, " + name)
                .hasMessageContaining("Write the message inline");
    }

    @Test
    void the_name_of_a_file_is_sent_by_a_step() throws Exception {
        String name = "auth.json";
        assertThat(sent(read("steps: [ { content: " + name + ", contentType: text/plain } ]")))
                .isEqualTo(new Contents(new Payload.Text(name), "text/plain", null));
    }
}
