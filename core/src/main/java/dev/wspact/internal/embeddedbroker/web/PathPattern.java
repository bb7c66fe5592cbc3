package dev.wspact.internal.embeddedbroker.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path in which {@code {name}} stands for one segment. */
record PathPattern(List<String> segments) {
    static PathPattern of(String pattern) {
        return new PathPattern(split(pattern));
    }

    /** Segments as they stand, without empty ones. */
    static List<String> split(String rawPath) {
        return Arrays.stream(rawPath.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    /** The variables' values, decoded, if the path fits. */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            String actual = decoded(path.get(i));
            if (segment.startsWith("{")) {
                variables.put(segment.substring(1, segment.length() - 1), actual);
            } else if (!segment.equals(actual)) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    private static String decoded(String segment) {
        // in a path a plus is a plus
        return Query.decoded(segment.replace("+", "%2B"));
    }
}
