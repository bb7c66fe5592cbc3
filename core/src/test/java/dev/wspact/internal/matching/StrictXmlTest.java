package dev.wspact.internal.matching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wspact.message.Payload;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class StrictXmlTest {
    @Test
    @ResourceLock(Resources.SYSTEM_ERR)
    void what_is_wrong_is_thrown_and_not_printed() {
        PrintStream standard = System.err;
        var printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, UTF_8));
        try {
            assertThatExceptionOfType(MalformedXmlException.class)
                    .isThrownBy(() -> StrictXml.read(new Payload.Text("<a>")))
                    .withMessageContaining("(line 1, column 4)");
        } finally {
            System.setErr(standard);
        }

        assertThat(printed.toString(UTF_8)).isEmpty();
    }

    @Test
    void values_are_all_texts_and_attributes_a_rule_might_be_applied_to() throws Exception {
        List<String> values = new ArrayList<>();
        StrictXml.visitValues(
                StrictXml.read(new Payload.Text("<a x='1'> own <b y='2'>in</b><![CDATA[more]]></a>")), values::add);

        assertThat(values).contains("1", "2", "in", "ownmore", " own inmore");
    }
}
