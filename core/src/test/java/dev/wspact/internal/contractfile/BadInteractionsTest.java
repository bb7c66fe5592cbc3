package dev.wspact.internal.contractfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wspact.contract.ContractFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each row of contractfile/bad-interactions.txt is an interaction, on lines 2 and following of a Pact file, and the
 * whole text of the error that it is. {@code -Dgolden.update=true} rewrites the texts.
 */
@NullMarked
class BadInteractionsTest {
    private static final Path TABLE = Path.of("src/test/resources/contractfile/bad-interactions.txt");

    private static final Map<String, String> TEMPLATES = Map.of(
            "push",
            "{'type':'Asynchronous/Messages','description':'d','contents':{'content':{'a':1},'contentType':"
                    + "'application/json'},'comments':{'websocket':%s}}",
            "exchange",
            "{'type':'Synchronous/Messages','description':'d','request':{'contents':{'content':{'a':1}}},"
                    + "'response':[{'contents':{'content':{'b':1}}}],'comments':{'websocket':%s}}",
            "handshake",
            "{'type':'Asynchronous/Messages','description':'d','contents':{'content':{'status':401}},"
                    + "'comments':{'websocket':{'kind':'handshake',%s}}}",
            "close",
            "{'type':'Asynchronous/Messages','description':'d','contents':{'content':{'code':4001}},"
                    + "'comments':{'websocket':{'kind':'close',%s}}}",
            "answer",
            "{'type':'Asynchronous/Messages','description':'d','contents':%s,"
                    + "'comments':{'websocket':{'kind':'handshake'}}}",
            "status",
            "{'type':'Asynchronous/Messages','description':'d','contents':%s,"
                    + "'comments':{'websocket':{'kind':'close'}}}",
            "contents",
            "{'type':'Asynchronous/Messages','description':'d','contents':%s}",
            "http",
            "{'type':'Synchronous/HTTP','description':'d','request':{'headers':{'Upgrade':'websocket'}},%s}",
            "interaction",
            "%s");

    record Row(String title, String template, String part, String text) {
        String pact() {
            String interaction = TEMPLATES.get(template).replace('\'', '"').formatted(part);
            return "{\"consumer\":{\"name\":\"c\"},\"provider\":{\"name\":\"p\"},\"interactions\":[\n" + interaction
                    + "\n]}";
        }

        String actual() {
            ContractFormatException error = catchThrowableOfType(
                    ContractFormatException.class, () -> ContractReader.readPact(pact(), "pact.json"));
            return error == null ? "no error" : String.valueOf(error.getMessage());
        }

        @Override
        public String toString() {
            return title;
        }
    }

    static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String block : Files.readString(TABLE).strip().split("\n\\s*\n")) {
            List<String> lines = block.lines().toList();
            String[] words = lines.get(1).split(" ", 2);
            rows.add(new Row(
                    lines.get(0), words[0], words[1], lines.stream().skip(2).collect(Collectors.joining("\n"))));
        }
        return rows;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void says_what_is_wrong_and_what_to_do(Row row) {
        if (!Boolean.getBoolean("golden.update")) {
            assertThat(row.actual()).isEqualTo(row.text()).isNotEqualTo("no error");
        }
    }

    @Test
    void covers_every_template_and_every_row_differs() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            rewrite();
        }
        assertThat(rows()).extracting(Row::template).containsAll(TEMPLATES.keySet());
        assertThat(rows()).extracting(Row::title).doesNotHaveDuplicates().hasSizeGreaterThan(50);
    }

    private static void rewrite() throws IOException {
        try (Stream<Row> rows = rows().stream()) {
            Files.writeString(
                    TABLE,
                    rows.map(row -> "%s\n%s %s\n%s\n".formatted(row.title(), row.template(), row.part(), row.actual()))
                            .collect(Collectors.joining("\n")),
                    StandardCharsets.UTF_8);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
