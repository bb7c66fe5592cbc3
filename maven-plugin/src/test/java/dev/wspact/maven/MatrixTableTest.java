package dev.wspact.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.broker.DeploymentAnswer;
import dev.wspact.broker.DeploymentAnswer.Decision;
import dev.wspact.broker.DeploymentAnswer.Party;
import dev.wspact.broker.DeploymentAnswer.Row;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatrixTableTest {
    private static final Party UI = new Party("web-ui", "c1");

    @Test
    void rows_are_aligned_and_results_numbered() {
        DeploymentAnswer answer = new DeploymentAnswer(
                Decision.NO,
                "no",
                List.of(),
                List.of(
                        new Row(UI, new Party("push-svc", "p1"), true, URI.create("http://b/1"), false),
                        new Row(UI, new Party("push-svc", "p2-long-version"), false, URI.create("http://b/2"), false),
                        new Row(UI, new Party("other", null), null, null, true)));

        assertThat(MatrixTable.of(answer))
                .containsExactly(
                        "CONSUMER | C.VERSION | PROVIDER | P.VERSION       | SUCCESS?      | RESULT#",
                        "---------|-----------|----------|-----------------|---------------|--------",
                        "web-ui   | c1        | push-svc | p1              | true          | 1",
                        "web-ui   | c1        | push-svc | p2-long-version | false         | 2",
                        "web-ui   | c1        | other    | ???             | ??? [ignored] |",
                        "",
                        "VERIFICATION RESULTS",
                        "--------------------",
                        "1. http://b/1 (success)",
                        "2. http://b/2 (failure)");
    }

    @Test
    void no_rows_make_no_table() {
        assertThat(MatrixTable.of(new DeploymentAnswer(Decision.YES, "yes", List.of(), List.of())))
                .isEmpty();
    }
}
