package dev.wspact.internal.embeddedbroker.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The query of a request, nested as Rack reads it: {@code a=1}, {@code a[]=1}, {@code a[][b]=1}. An element of {@code a[]}
 * ends where one of its names comes again.
 */
public final class Query {
    private static final Pattern ELEMENT = Pattern.compile("(.+?)\\[]\\[(.+)]");

    private final List<Map.Entry<String, String>> pairs;

    private Query(List<Map.Entry<String, String>> pairs) {
        this.pairs = pairs;
    }

    /**
     * Reads what stands behind the question mark, brackets encoded or not.
     *
     * @throws RefusedException if an escape is none
     */
    static Query parse(String raw) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                pairs.add(Map.entry(decoded(name), decoded(value)));
            }
        }
        return new Query(List.copyOf(pairs));
    }

    /** A text without its escapes, in which a plus is a space. */
    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Answer.error(400, "The address cannot be read: " + e.getMessage()));
        }
    }

    /** The last value of a name, unless it is empty. */
    public Optional<String> get(String name) {
        return pairs.stream()
                .filter(pair -> pair.getKey().equals(name))
                .map(Map.Entry::getValue)
                .reduce((first, second) -> second)
                .filter(value -> !value.isEmpty());
    }

    /** Whether a name is there, with whatever value. */
    public boolean has(String name) {
        return pairs.stream().anyMatch(pair -> pair.getKey().equals(name));
    }

    /** The values of {@code name[]}. */
    public List<String> all(String name) {
        return pairs.stream()
                .filter(pair -> pair.getKey().equals(name + "[]"))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The elements of {@code name[][…]}, each with its non-empty members. */
    public List<Map<String, String>> elements(String name) {
        List<Map<String, String>> elements = new ArrayList<>();
        for (Map.Entry<String, String> pair : pairs) {
            Matcher element = ELEMENT.matcher(pair.getKey());
            if (element.matches() && element.group(1).equals(name)) {
                if (elements.isEmpty() || elements.get(elements.size() - 1).containsKey(element.group(2))) {
                    elements.add(new LinkedHashMap<>());
                }
                elements.get(elements.size() - 1).put(element.group(2), pair.getValue());
            }
        }
        elements.forEach(element -> element.values().removeIf(String::isEmpty));
        return elements;
    }
}
