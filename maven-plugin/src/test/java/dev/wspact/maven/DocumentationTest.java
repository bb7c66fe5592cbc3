package dev.wspact.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Holds docs/maven-plugin.md to the plugin's own descriptor. */
class DocumentationTest {
    /** Not the table of Pact's names, which has no further column. */
    private static final Pattern PROPERTY_IN_TABLE = Pattern.compile("(?m)^\\| `[A-Za-z]+` \\| `[A-Za-z.]+` \\|(?=.)");

    @Test
    void every_goal_has_its_section_and_every_parameter_its_row() throws Exception {
        String page = page();
        List<String> missing = new ArrayList<>();
        int goals = 0;
        for (Element mojo : elements(descriptor(), "mojo")) {
            goals++;
            String goal = text(mojo, "goal");
            if (!page.contains("`wspact:" + goal + "`")) {
                missing.add("goal " + goal);
            }
            if (!goal.equals("help")) {
                rows(mojo).stream().filter(row -> !page.contains(row)).forEach(missing::add);
            }
        }
        assertThat(goals).isGreaterThanOrEqualTo(18);
        assertThat(missing).as("not in docs/maven-plugin.md").isEmpty();
    }

    @Test
    void eclipse_is_told_what_to_do_with_every_goal() throws Exception {
        List<String> mapped = elements(document("/META-INF/m2e/lifecycle-mapping-metadata.xml"), "goal").stream()
                .map(Element::getTextContent)
                .toList();

        assertThat(mapped)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(elements(descriptor(), "mojo").stream()
                        .map(mojo -> text(mojo, "goal"))
                        .filter(goal -> !goal.equals("help"))
                        .toList());
    }

    @Test
    void no_row_speaks_of_a_parameter_that_is_gone() throws Exception {
        List<String> properties = new ArrayList<>();
        for (Element mojo : elements(descriptor(), "mojo")) {
            rows(mojo).forEach(properties::add);
        }
        List<String> documented = new ArrayList<>();
        Matcher matcher = PROPERTY_IN_TABLE.matcher(page());
        while (matcher.find()) {
            documented.add(matcher.group());
        }
        assertThat(documented).isNotEmpty().allMatch(properties::contains);
    }

    /** How the rows of a goal's parameters begin, such as {@code | `url` | `wspact.url` |}. */
    private static List<String> rows(Element mojo) {
        Element configuration = elements(mojo, "configuration").get(0);
        return elements(mojo, "parameter").stream()
                .filter(parameter -> text(parameter, "editable").equals("true"))
                .map(parameter -> text(parameter, "name"))
                .map(name ->
                        "| `" + name + "` | `" + text(configuration, name).replaceAll("^\\$\\{(.*)}$", "$1") + "` |")
                .toList();
    }

    private static Element descriptor() throws Exception {
        return document("/META-INF/maven/plugin.xml");
    }

    private static Element document(String resource) throws Exception {
        try (InputStream in = DocumentationTest.class.getResourceAsStream(resource)) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
        }
    }

    private static String page() throws Exception {
        return Files.readString(Path.of("..", "docs", "maven-plugin.md"));
    }

    private static String text(Element parent, String name) {
        return elements(parent, name).get(0).getTextContent();
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
