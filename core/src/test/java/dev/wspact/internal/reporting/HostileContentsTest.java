package dev.wspact.internal.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.internal.reporting.html.HtmlReport;
import dev.wspact.verdict.ContractResult;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

/** Whatever a server, a contract or a result file holds, it stays text in every report. */
class HostileContentsTest {
    private static final List<String> SNIPPETS = List.of(
            "<zz>",
            "</code></td></style></title><script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onload='x",
            "<!--",
            "-->",
            "]]>",
            "<![CDATA[",
            "&lt;zz&gt;",
            "&#60;zz&#62;",
            "&",
            "javascript:alert(1)",
            "\n::error::owned",
            "\r\n::set-output name=x::y",
            "::stop-commands::x",
            "%0A::error::x",
            "</pre>",
            "\n\n# owned\n\n",
            "```\n",
            "|",
            "`",
            "[x](http://evil)",
            "![x](http://evil/x.png)",
            "@everyone",
            "<!doctype>",
            "\u202E",
            "\u2066",
            "\u001b[2J",
            "\u0000",
            "\uFFFE",
            "\u2028",
            "\uD800",
            "\uDC00",
            "{\"a\":[1,{\"b\":\"<zz>\"}]}",
            "$.a[1].b",
            "$['</zz>']",
            "C:\\x",
            "//evil");
    private static final Pattern COMMAND =
            Pattern.compile("::(error|warning) (file=[^:,\\r\\n]*,(line=\\d+,)?)?title=[^:,\\r\\n]*::[^\\r\\n]*");
    private static final Set<String> XML_ELEMENTS =
            Set.of("testsuites", "testsuite", "testcase", "failure", "error", "skipped");

    private static List<ContractResult> results(int seed) {
        var results = new ArbitraryResults(new Random(seed), SNIPPETS);
        return List.of(results.contract(), results.contract());
    }

    @Test
    void a_page_holds_nothing_but_what_the_report_puts_there() {
        int texts = 0;
        for (int seed = 0; seed < 60; seed++) {
            Document page = SafePage.check(HtmlReport.of(results(seed)));
            texts += page.text().contains("<zz>") ? 1 : 0;
        }
        assertThat(texts).as("pages on which hostile text is shown as text").isGreaterThan(20);
    }

    @Test
    void junit_xml_holds_nothing_but_test_cases() throws Exception {
        int seen = 0;
        for (int seed = 0; seed < 60; seed++) {
            for (ContractResult result : results(seed)) {
                NodeList elements = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(JUnitXml.bytes(result)))
                        .getElementsByTagName("*");
                for (int i = 0; i < elements.getLength(); i++) {
                    assertThat(XML_ELEMENTS).contains(elements.item(i).getNodeName());
                    seen++;
                }
            }
        }
        assertThat(seen).isGreaterThan(300);
    }

    @Test
    void commands_for_github_stay_one_command_a_line() {
        int seen = 0;
        for (int seed = 0; seed < 60; seed++) {
            List<String> commands = GitHubAnnotations.of(results(seed), Path.of("workspace"));
            assertThat(commands).hasSizeLessThanOrEqualTo(10).allMatch(line -> COMMAND.matcher(line)
                    .matches());
            seen += commands.size();
        }
        assertThat(seen).isGreaterThan(100);
    }

    @Test
    void markdown_for_github_has_foreign_text_in_code_only() {
        int seen = 0;
        for (int seed = 0; seed < 60; seed++) {
            Document markdown = Jsoup.parseBodyFragment(GitHubSummary.of(results(seed), 1 << 20));
            for (Element element : markdown.body().select("*:not(body)")) {
                assertThat(element.normalName()).isIn("code", "pre");
                assertThat(element.attributes().isEmpty()).isTrue();
                element.textNodes().forEach(text -> text.text(""));
                seen++;
            }
            assertThat(markdown.body().wholeText().lines())
                    .allMatch(line -> line.matches("[|:\\- 0-9✅❌⏳a-zA-Z#,.()]*"), "our own Markdown");
        }
        assertThat(seen).isGreaterThan(300);
    }

    @Test
    void a_text_of_a_megabyte_makes_no_report_long() {
        String big = "<zz>".repeat(1 << 18);
        List<ContractResult> some = List.of(Results.allOf(big));

        assertThat(HtmlReport.of(some)).hasSizeLessThan(1 << 20);
        assertThat(GitHubSummary.of(some, 1 << 20).length()).isLessThan(1 << 19);
        assertThat(GitHubAnnotations.of(some, Path.of("x"))).hasSize(1).allMatch(line -> line.length() < 20_000);
        assertThat(ConsoleReport.of(some.get(0))).hasSizeLessThan(1_000).allMatch(line -> line.length() < 160);
    }

    @Test
    void a_summary_keeps_to_its_size_and_says_what_it_left_out() {
        List<ContractResult> many = results(3);
        String whole = GitHubSummary.of(many, 1 << 20);
        for (int most = 1_000; most < whole.length() + 1_000; most += 500) {
            String summary = GitHubSummary.of(many, most);
            assertThat(summary.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(most);
            assertThat(summary.contains("There was no room here for")).isEqualTo(!summary.equals(whole));
        }
    }
}
