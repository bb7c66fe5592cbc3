package dev.wspact.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * On which line of a text the value of a JSON Pointer (RFC 6901) begins; for a member, the line of its name. Lines near
 * the root, which every contract asks for, are found in one pass, all others in a second one, once one of them is asked
 * for. What there is to remember is bounded: in a text beyond that, a value has the line of an ancestor. Works on
 * whatever Jackson can read as tokens; other readers note the lines themselves. Confined to one thread.
 */
public final class PointerLines {
    /** The most that is kept, in characters of pointers. */
    private static final int MOST = 32 << 20;
    /** What an entry costs besides its pointer, in the same unit. */
    private static final int ENTRY = 50;

    private static final JsonFactory JSON = new JsonFactory();
    private static final int NEAR = 4;

    private final JsonFactory format;
    private final String text;
    private final Map<String, Integer> kept;
    private int keptDepth;

    private PointerLines(JsonFactory format, String text) {
        this.format = format;
        this.text = text;
        this.kept = new HashMap<>();
        keep(NEAR);
    }

    private PointerLines(Map<String, Integer> all) {
        this.format = JSON;
        this.text = "";
        this.keptDepth = Integer.MAX_VALUE;
        this.kept = Map.copyOf(all);
    }

    /** The lines of a JSON text that {@link StrictJson} has read. */
    public static PointerLines of(String json) {
        return new PointerLines(JSON, json);
    }

    /** The lines of a text in another format, such as YAML, that has been read before. */
    public static PointerLines of(JsonFactory format, String text) {
        return new PointerLines(format, text);
    }

    /** The lines that a reader of another format has noted, by pointer; all that there are. */
    public static PointerLines known(Map<String, Integer> all) {
        return new PointerLines(all);
    }

    /** The lines of a text that no reader will ever see: all are 0, which stands for unknown. */
    public static PointerLines unknown() {
        return known(Map.of("", 0));
    }

    /** The 1-based line of a value; that of its nearest ancestor if there is no such value. */
    public int line(String pointer) {
        if (depth(pointer) > keptDepth) {
            keep(Integer.MAX_VALUE);
        }
        String candidate = pointer;
        while (!candidate.isEmpty()) {
            int found = kept.getOrDefault(candidate, 0);
            if (found > 0) {
                return found;
            }
            candidate = candidate.substring(0, Math.max(0, candidate.lastIndexOf('/')));
        }
        return kept.getOrDefault("", 1);
    }

    private static int depth(String pointer) {
        return (int) pointer.chars().filter(c -> c == '/').count();
    }

    private void keep(int deepest) {
        keptDepth = deepest;
        int left = MOST;
        try (JsonParser parser = format.createParser(text)) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null && left > 0; token = parser.nextToken()) {
                if (token.isStructEnd()) {
                    depth--;
                } else {
                    if (depth <= deepest) {
                        String pointer = pointer(parser);
                        kept.putIfAbsent(pointer, line(parser));
                        left -= pointer.length() + ENTRY;
                    }
                    depth += token.isStructStart() ? 1 : 0;
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("a text that was read before cannot be read again", e);
        }
    }

    private static String pointer(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
