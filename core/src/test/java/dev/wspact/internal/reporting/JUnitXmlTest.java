package dev.wspact.internal.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.verdict.ContractResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JUnitXmlTest {
    @Test
    void a_warning_that_makes_all_of_it_doubtful_stands_behind_the_test_cases() {
        String xml =
                xml("the schema names no draft", "WARNING: every TLS certificate was trusted & <no> host name checked");

        assertThat(xml)
                .contains(
                        """
                            <system-err>WARNING: every TLS certificate was trusted &amp; &lt;no&gt; host name checked
                        </system-err>
                          </testsuite>
                        """)
                .doesNotContain("names no draft");
    }

    @Test
    void without_a_warning_there_is_nothing() {
        assertThat(xml("the schema names no draft")).doesNotContain("system-err");
    }

    private static String xml(String... notes) {
        ContractResult result = Results.passed();
        ContractResult.Subject subject = result.subject();
        var noted =
                new ContractResult.Subject(subject.consumer(), subject.provider(), subject.source(), List.of(notes));
        return new String(
                JUnitXml.bytes(new ContractResult(
                        noted, result.interactions(), result.connections(), result.uncontracted(), result.period())),
                StandardCharsets.UTF_8);
    }
}
