package dev.wspact.internal.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.wspact.internal.redaction.Redaction;
import dev.wspact.internal.redaction.Secrets;
import dev.wspact.internal.reporting.html.HtmlReport;
import dev.wspact.verdict.ContractResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

class GoldenReportsTest {
    private static final Path SCHEMA = Path.of("..", "docs", "result.schema.json");

    static Stream<String> names() {
        assertThat(Results.all()).as("results to report on").hasSizeGreaterThanOrEqualTo(7);
        return Results.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void console_says_what_the_golden_file_says(String name) throws IOException {
        Golden.assertEqual(name + "/console.txt", String.join("\n", ConsoleReport.of(result(name))) + "\n");
    }

    @ParameterizedTest
    @MethodSource("names")
    void failure_of_a_test_says_what_the_golden_file_says(String name) throws IOException {
        List<String> lines = FailureReport.of(result(name));

        assertThat(lines.isEmpty()).as("nothing to say").isEqualTo(name.equals("passed") || name.equals("measured"));
        Golden.assertEqual(name + "/failures.txt", String.join("\n", lines) + "\n");
    }

    @ParameterizedTest
    @MethodSource("names")
    void result_file_is_the_golden_file_and_fits_the_published_schema(String name) throws IOException {
        String json =
                new String(ResultJson.bytes(Redaction.of(Secrets.BUILT_IN).of(result(name))), StandardCharsets.UTF_8);

        Golden.assertEqual(name + "/result.json", json);
        assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void junit_xml_is_the_golden_file_and_counts_right(String name) throws Exception {
        byte[] xml = JUnitXml.bytes(Redaction.of(Secrets.BUILT_IN).of(result(name)));

        Golden.assertEqual(name + "/junit.xml", new String(xml, StandardCharsets.UTF_8));
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        var suite = (Element) document.getElementsByTagName("testsuite").item(0);
        for (String[] kind : new String[][] {
            {"tests", "testcase"}, {"failures", "failure"}, {"errors", "error"}, {"skipped", "skipped"}
        }) {
            assertThat(document.getElementsByTagName(kind[1]).getLength())
                    .as(kind[0])
                    .isEqualTo(Integer.parseInt(suite.getAttribute(kind[0])));
        }
        assertThat(attributes(document, "testsuites")).isSubsetOf("name", "tests", "failures", "errors", "time");
        assertThat(attributes(document, "testcase")).containsOnly("name", "classname", "time");
        boolean red = !suite.getAttribute("failures").equals("0")
                || !suite.getAttribute("errors").equals("0");
        assertThat(red).as("JUnit XML is red").isEqualTo(!result(name).successful());
    }

    @ParameterizedTest
    @MethodSource("names")
    void page_is_the_golden_file_but_for_its_style(String name) throws IOException {
        String page = HtmlReport.of(List.of(result(name)));
        String withoutStyle = page.replaceFirst("(?s)<style>.*</style>", "<style></style>")
                .replaceFirst("sha256-[A-Za-z0-9+/=]+", "sha256");

        Golden.assertEqual(name + "/report.html", withoutStyle);
        SafePage.check(page);
    }

    @ParameterizedTest
    @MethodSource("names")
    void what_github_is_told_is_the_golden_file(String name) throws IOException {
        List<ContractResult> results = List.of(result(name));

        Golden.assertEqual(name + "/github.md", GitHubSummary.of(results, 1 << 20));
        Golden.assertEqual(
                name + "/github.txt", String.join("\n", GitHubAnnotations.of(results, Path.of("/work"))) + "\n");
    }

    @ParameterizedTest
    @MethodSource("names")
    void no_console_line_is_wide_or_holds_a_control_character(String name) {
        List<String> lines = ConsoleReport.of(result(name));

        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            assertThat(line.length()).as(line).isLessThanOrEqualTo(160);
            assertThat(line.chars()).allMatch(c -> c >= 0x20 && !(c >= 0x7f && c < 0xa0) && c != 0x202e);
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void no_report_holds_a_secret(String name) throws IOException {
        ContractResult redacted = Redaction.of(Secrets.BUILT_IN).of(result(name));

        assertThat(ConsoleReport.of(result(name))).noneMatch(line -> line.contains("hunter2"));
        assertThat(new String(ResultJson.bytes(redacted), StandardCharsets.UTF_8))
                .doesNotContain("hunter2");
        assertThat(new String(JUnitXml.bytes(redacted), StandardCharsets.UTF_8)).doesNotContain("hunter2");
        List<ContractResult> raw = List.of(result(name));
        assertThat(HtmlReport.of(raw)).doesNotContain("hunter2");
        assertThat(GitHubSummary.of(raw, 1 << 20)).doesNotContain("hunter2");
        assertThat(GitHubAnnotations.of(raw, Path.of("/work"))).noneMatch(line -> line.contains("hunter2"));
    }

    @Test
    void published_schema_rejects_an_unknown_member_and_a_verdict_without_its_details() throws IOException {
        String json = new String(ResultJson.bytes(Results.passed()), StandardCharsets.UTF_8);

        assertThat(schema().validate(json.replaceFirst("\"success\"", "\"succes\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema().validate(json.replaceFirst("\"passed\"", "\"failed\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema().validate(json.replaceFirst("\"passed\"", "\"not-seen\""), InputFormat.JSON))
                .isNotEmpty();
    }

    private static Set<String> attributes(Document document, String element) {
        Set<String> names = new TreeSet<>();
        NodeList elements = document.getElementsByTagName(element);
        for (int i = 0; i < elements.getLength(); i++) {
            NamedNodeMap attributes = elements.item(i).getAttributes();
            for (int j = 0; j < attributes.getLength(); j++) {
                names.add(attributes.item(j).getNodeName());
            }
        }
        return names;
    }

    private static ContractResult result(String name) {
        ContractResult result = Results.all().get(name);
        assertThat(result).as(name).isNotNull();
        return result;
    }

    static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA));
    }
}
