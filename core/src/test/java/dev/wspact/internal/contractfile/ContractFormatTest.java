package dev.wspact.internal.contractfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractFormatTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'consumer':{},'provider':{}}           | a.json          | PACT",
                "{'consumer':{},'interactions':[]}       | a.json          | PACT",
                "{'provider':{},'messages':[]}           | a.contract.json | PACT",
                "{'provider':{'name':'p'}}               | a.json          | NONE",
                "{'messages':[]}                         | a.json          | NONE",
                "{'consumer':'c','provider':'p'}         | a.json          | SCHEMA_CONTRACT",
                "{'consumer':'c','receives':{}}          | a.json          | SCHEMA_CONTRACT",
                "{'provider':'p','closes':{}}            | a.json          | SCHEMA_CONTRACT",
                "{'consumer':'c'}                        | a.json          | NONE",
                "{}                                      | p.contract.json | SCHEMA_CONTRACT",
                "{}                                      | p.Contract.JSON | SCHEMA_CONTRACT",
                "{}                                      | p.contract.yaml | SCHEMA_CONTRACT",
                "{}                                      | p.contract.yml  | SCHEMA_CONTRACT",
                "{}                                      | a.schema.json   | SCHEMA",
                "{'$schema':'https://json-schema.org'}   | a.json          | SCHEMA",
                "[]                                      | a.json          | NONE",
            })
    void is_told_by_content_and_where_that_says_nothing_by_name(String json, String name, ContractFormat format) {
        assertThat(ContractFormat.of(Document.ofJson(name, json.replace('\'', '"'))))
                .isEqualTo(format);
    }
}
