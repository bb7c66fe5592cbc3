package dev.wspact.maven;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Properties on the command line that look like options of this plugin and are none. Maven takes any property, so a slip
 * such as {@code -Dwspact.failOnUncontractd} would go unseen.
 */
final class UnknownOptions {
    /** Ours have one dot; what has more is likely to be of the user's own making. */
    private static final Pattern OURS = Pattern.compile("wspact\\.[^.]+");

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]+)}");
    private static final int ALIKE = "wspact.".length() + 3;

    private final Set<String> known = new TreeSet<>();

    /** Those that are no option of the goals with these properties. */
    UnknownOptions(Collection<String> known) {
        this.known.addAll(known);
    }

    /** Those that are no option of any goal of the plugin. */
    static UnknownOptions of(PluginDescriptor plugin) {
        return new UnknownOptions(plugin.getMojos().stream()
                .map(MojoDescriptor::getMojoConfiguration)
                .flatMap(Stream::ofNullable)
                .flatMap(configuration -> Stream.of(configuration.getChildren()))
                .flatMap(UnknownOptions::property)
                .toList());
    }

    private static Stream<String> property(PlexusConfiguration parameter) {
        Matcher expression = EXPRESSION.matcher(parameter.getValue(""));
        return expression.matches() ? Stream.of(expression.group(1)) : Stream.empty();
    }

    /**
     * One line for each that is unknown.
     *
     * @param commandLine names of the properties on the command line
     * @param pom names of the properties in the POM, which are the user's own
     */
    List<String> among(Set<String> commandLine, Set<String> pom) {
        return commandLine.stream()
                .filter(name -> OURS.matcher(name).matches())
                .filter(name -> !known.contains(name) && !pom.contains(name))
                .sorted()
                .map(name -> "-D" + name + " has no effect: wspact has no such option. " + remedy(name))
                .toList();
    }

    private String remedy(String name) {
        return known.stream()
                .filter(option -> alike(option, name) >= ALIKE)
                .max(Comparator.comparingInt((String option) -> alike(option, name))
                        .thenComparing(Comparator.comparingInt(String::length).reversed()))
                .map(option -> "Perhaps " + option + " is meant.")
                .orElse("wspact:help with -Ddetail lists all options.");
    }

    /** How many letters they have in common at their beginning. */
    private static int alike(String one, String other) {
        String left = one.toLowerCase(Locale.ROOT);
        String right = other.toLowerCase(Locale.ROOT);
        int length = 0;
        while (length < Math.min(left.length(), right.length()) && left.charAt(length) == right.charAt(length)) {
            length++;
        }
        return length;
    }
}
