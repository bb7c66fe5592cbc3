package dev.wspact.maven;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What the plugin's own descriptor says of its goals. */
record PluginXml(List<Goal> goals) {
    /** A goal with the parameters that users can set, in the order of their names. */
    record Goal(String name, String description, String phase, List<Parameter> parameters) {}

    /** A parameter; empty texts where it has no property or no default. */
    record Parameter(String name, String property, String ofDefault, String description) {}

    /** The descriptor that the build has made; without the goal {@code help}. */
    static PluginXml read() throws Exception {
        try (InputStream in = PluginXml.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            Element plugin = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
            return new PluginXml(children(child(plugin, "mojos")).stream()
                    .filter(mojo -> !text(mojo, "goal").equals("help"))
                    .map(PluginXml::goal)
                    .toList());
        }
    }

    private static Goal goal(Element mojo) {
        Element configuration = child(mojo, "configuration");
        return new Goal(
                text(mojo, "goal"),
                text(mojo, "description"),
                optional(mojo, "phase"),
                children(child(mojo, "parameters")).stream()
                        .filter(parameter -> text(parameter, "editable").equals("true"))
                        .map(parameter -> parameter(parameter, configuration))
                        .toList());
    }

    private static Parameter parameter(Element parameter, Element configuration) {
        String name = text(parameter, "name");
        Element value = child(configuration, name);
        return new Parameter(
                name,
                value.getTextContent().replaceAll("^\\$\\{(.*)}$", "$1"),
                value.getAttribute("default-value"),
                text(parameter, "description"));
    }

    private static String text(Element parent, String name) {
        return child(parent, name).getTextContent().strip();
    }

    private static String optional(Element parent, String name) {
        return children(parent).stream()
                .filter(one -> one.getTagName().equals(name))
                .map(Element::getTextContent)
                .collect(Collectors.joining());
    }

    private static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(one -> one.getTagName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no <" + name + "> in <" + parent.getTagName() + ">"));
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
