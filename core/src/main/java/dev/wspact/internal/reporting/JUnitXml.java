package dev.wspact.internal.reporting;

import dev.wspact.message.Visible;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * JUnit XML as Jenkins, GitLab and GitHub actions read it: one {@code testsuite} a contract, one {@code testcase} an
 * interaction. A broken contract is a {@code failure}, what could not be judged an {@code error}, what is pending
 * {@code skipped}. Uses only attributes that Jenkins' xUnit plugin accepts. Expects a result without credentials.
 */
final class JUnitXml {
    /** How the root element begins; tells our files from others'. */
    static final String ROOT = "<testsuites name=\"wspact\"";

    private final ContractResult contract;
    private final List<Case> cases = new ArrayList<>();

    private JUnitXml(ContractResult contract) {
        this.contract = contract;
        contract.interactions().forEach(result -> cases.add(testCase(result)));
        if (contract.interactions().isEmpty()) {
            String text = "The contract has no interactions, so nothing was verified.";
            cases.add(new Case("the contract has interactions", "failure", "empty", text, text));
        }
        if (contract.uncontracted().failed()) {
            cases.add(uncontracted());
        }
    }

    /** The file's content. */
    static byte[] bytes(ContractResult contract) {
        return new JUnitXml(contract).document().getBytes(StandardCharsets.UTF_8);
    }

    private String document() {
        String counts = attribute("tests", String.valueOf(cases.size()))
                + attribute("failures", count("failure"))
                + attribute("errors", count("error"))
                + attribute("time", seconds(contract.period().took()));
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append(ROOT).append(counts).append(">\n");
        xml.append("  <testsuite")
                .append(attribute("name", suiteName()))
                .append(counts)
                .append(attribute("skipped", count("skipped")))
                .append(attribute("timestamp", timestamp()))
                .append(attribute("file", contract.subject().source()))
                .append(">\n");
        cases.forEach(testCase -> append(xml, testCase));
        return xml.append(warnings()).append("  </testsuite>\n</testsuites>\n").toString();
    }

    /** What makes the whole result doubtful, such as TLS without certificates; other remarks are for the console. */
    private String warnings() {
        String lines = contract.subject().notes().stream()
                .filter(note -> note.startsWith("WARNING"))
                .map(note -> escaped(Visible.text(note)) + "\n")
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : "    <system-err>" + lines + "</system-err>\n";
    }

    private void append(StringBuilder xml, Case testCase) {
        // interactions share connections, so that none has a time of its own; some viewers need the attribute
        xml.append("    <testcase")
                .append(attribute("name", testCase.name))
                .append(attribute("classname", className()))
                .append(attribute("time", "0"));
        if (testCase.element.isEmpty()) {
            xml.append("/>\n");
            return;
        }
        xml.append(">\n      <")
                .append(testCase.element)
                .append(attribute("type", testCase.type))
                .append(attribute("message", testCase.message))
                .append(">")
                .append(escaped(testCase.text))
                .append("</")
                .append(testCase.element)
                .append(">\n    </testcase>\n");
    }

    private String suiteName() {
        return "A pact between " + contract.subject().consumer() + " and "
                + contract.subject().provider();
    }

    private Case testCase(InteractionResult result) {
        String name = result.subject().description()
                + (result.subject().states().isEmpty()
                        ? ""
                        : ", given " + String.join(" and ", result.subject().states()));
        StringBuilder text = new StringBuilder();
        FailureText.of(contract, result)
                .forEach(block ->
                        text.append("\n").append(String.join("\n", block)).append("\n"));
        return new Case(
                name,
                element(result.verdict()),
                result.verdict().word(),
                Headline.of(result.verdict()),
                text.toString());
    }

    private Case uncontracted() {
        String text =
                String.join("\n", FailureText.arrivals(contract.uncontracted().arrivals()));
        return new Case(
                "only messages that the contract names",
                "failure",
                "uncontracted",
                "messages arrived that no contract names",
                "\n" + text + "\n");
    }

    private static String element(Verdict verdict) {
        return switch (verdict.word()) {
            case "passed" -> "";
            case "errored" -> "error";
            case "pending" -> "skipped";
            default -> "failure";
        };
    }

    private String count(String element) {
        return String.valueOf(cases.stream()
                .filter(testCase -> testCase.element.equals(element))
                .count());
    }

    /** Viewers split it at dots into packages, so that names keep none of their own. */
    private String className() {
        return "wspact." + contract.subject().provider().replace('.', '_') + "."
                + contract.subject().consumer().replace('.', '_');
    }

    private String timestamp() {
        // without a zone, because the schema that Jenkins' xUnit plugin checks against allows none
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(contract.period().started());
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + escaped(Visible.text(value)) + "\"";
    }

    private static String escaped(String visible) {
        return visible.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** One test case; {@code element} is empty where it passed. */
    private record Case(String name, String element, String type, String message, String text) {}
}
