package dev.wspact.maven;

import dev.wspact.maven.PluginXml.Goal;
import dev.wspact.maven.PluginXml.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The text of docs/parameters.md. Parameters that many goals have in the same words stand there once. */
final class ParametersPage {
    private static final int MANY = 5;
    private static final String HEAD = "| parameter | property | default | meaning |\n|---|---|---|---|\n";

    private final List<Goal> goals;
    private final List<Parameter> common;

    private ParametersPage(PluginXml plugin) {
        goals = plugin.goals().stream().sorted(Comparator.comparing(Goal::name)).toList();
        common = goals.stream()
                .flatMap(goal -> goal.parameters().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() >= MANY)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(Parameter::name))
                .toList();
    }

    static String of(PluginXml plugin) {
        ParametersPage page = new ParametersPage(plugin);
        return page.head()
                + page.goals.stream().map(page::section).collect(Collectors.joining("\n"))
                + "\n## Parameters of many goals\n\n"
                + table(page.common);
    }

    private String head() {
        return """
                # All parameters

                Made from the plugin's descriptor, which the Javadoc of its goals is the source of: `mvn wspact:help -Ddetail` says the same on
                your screen. How the goals work together stands in [The Maven plugin](maven-plugin.md), how to use them in a pipeline in
                [Pipelines](pipelines.md). A parameter is an element of `<configuration>` in the POM, or its property with `-D`.

                """
                + goals.stream()
                        .map(goal -> "[`%s`](#wspact%s)".formatted(goal.name(), goal.name()))
                        .collect(Collectors.joining(" · "))
                + "\n\n";
    }

    private String section(Goal goal) {
        List<Parameter> own = goal.parameters().stream()
                .filter(parameter -> !common.contains(parameter))
                .toList();
        List<String> parts = new ArrayList<>();
        parts.add("## `wspact:" + goal.name() + "`\n");
        parts.add(
                goal.phase().isEmpty()
                        ? prose(goal.description()) + "\n"
                        : prose(goal.description()) + " Phase: `" + goal.phase() + "`.\n");
        if (!own.isEmpty()) {
            parts.add(table(own));
        }
        String shared = goal.parameters().stream()
                .filter(common::contains)
                .map(parameter -> "`" + parameter.name() + "`")
                .collect(Collectors.joining(", "));
        if (!shared.isEmpty()) {
            parts.add("Of the [parameters of many goals](#parameters-of-many-goals): " + shared + ".\n");
        }
        return String.join("\n", parts);
    }

    private static String table(List<Parameter> parameters) {
        return HEAD
                + parameters.stream()
                        .map(parameter -> "| `%s` | %s | %s | %s |\n"
                                .formatted(
                                        parameter.name(),
                                        code(parameter.property()),
                                        code(parameter.ofDefault()),
                                        prose(parameter.description())))
                        .collect(Collectors.joining());
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    /** In one line, with nothing that Markdown would take for a tag or a column. */
    private static String prose(String text) {
        return text.replaceAll("\\s+", " ")
                .strip()
                .replace("<", "&lt;")
                .replace("|", "\\|")
                .replace("*", "\\*");
    }
}
