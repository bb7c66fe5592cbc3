package dev.wspact.internal.reporting.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A JSON document, one value a line, which knows on which line each value begins. */
final class JsonLines {
    /** How many lines are made at most; what lies behind them is left out. */
    static final int MOST = 2_000;

    private final List<String> lines = new ArrayList<>();
    private final Map<List<String>, Integer> places = new HashMap<>();
    private boolean cut;

    private JsonLines() {}

    static JsonLines of(JsonNode tree) {
        JsonLines lines = new JsonLines();
        lines.add("", tree, "", List.of());
        if (lines.cut) {
            lines.lines.add("…");
        }
        return lines;
    }

    List<String> lines() {
        return lines;
    }

    /**
     * The line on which the value at the path begins, or else the value nearest above it; the first line has number 0.
     */
    int lineOf(PactPath path) {
        List<String> steps = path.steps();
        for (int length = steps.size(); length > 0; length--) {
            Integer line = places.get(steps.subList(0, length));
            if (line != null) {
                return line;
            }
        }
        return 0;
    }

    private void add(String start, JsonNode value, String end, List<String> path) {
        if (lines.size() >= MOST) {
            cut = true;
            return;
        }
        places.put(path, lines.size());
        if (value.isContainerNode() && !value.isEmpty()) {
            boolean object = value.isObject();
            lines.add(start + (object ? "{" : "["));
            String indent = "  ".repeat(path.size() + 1);
            if (object) {
                members(value, indent, path);
            } else {
                elements(value, indent, path);
            }
            if (!cut) {
                lines.add("  ".repeat(path.size()) + (object ? "}" : "]") + end);
            }
        } else {
            lines.add(start + value + end);
        }
    }

    private void members(JsonNode object, String indent, List<String> path) {
        int left = object.size();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String name = TextNode.valueOf(member.getKey()).toString();
            add(indent + name + ": ", member.getValue(), --left > 0 ? "," : "", below(path, member.getKey()));
        }
    }

    private void elements(JsonNode array, String indent, List<String> path) {
        for (int i = 0; i < array.size() && !cut; i++) {
            add(indent, array.get(i), i + 1 < array.size() ? "," : "", below(path, String.valueOf(i)));
        }
    }

    private static List<String> below(List<String> path, String step) {
        List<String> below = new ArrayList<>(path);
        below.add(step);
        return List.copyOf(below);
    }
}
