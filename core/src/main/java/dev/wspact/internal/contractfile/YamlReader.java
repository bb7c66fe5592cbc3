package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.contract.Place;
import dev.wspact.internal.json.PointerLines;
import dev.wspact.internal.json.StrictJson;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML without mercy, as a tree of JSON values: one document, no duplicate key, no tag, keys are strings, words
 * mean what {@link YamlScalars} says, bounded depth and size. An alias stands for a copy of what it names, and counts as
 * such. Works on the parser's events, since readers that build values themselves hide aliases and keys. Confined to one
 * thread.
 */
final class YamlReader {
    /** The most values of a document, those behind aliases counted each time. */
    static final int MAX_VALUES = 200_000;

    /** The longest text: the time that the parser takes grows with the square of the longest word in it. */
    static final int MAX_CHARACTERS = 2 << 20;

    /** The most characters of pointers of which the lines are remembered; a value beyond has the line of an ancestor. */
    private static final int MOST_NOTED = 16 << 20;

    /** The most characters of a key that has no question mark before it (YAML 1.1, section 9.1.2; 1.2.2, section 7.4.2). */
    private static final int LONGEST_KEY = 1024;

    private static final String STRING_TAG = "tag:yaml.org,2002:str";

    private final String source;
    private final Parser events;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, Anchored> anchors = new HashMap<>();
    /** What is being read, for the texts of the parser, which knows lines only. */
    private YamlPath inside = YamlPath.ROOT;

    private int values;
    private int noted;

    private YamlReader(String source, Parser events) {
        this.source = source;
        this.events = events;
    }

    /**
     * The document in a text.
     *
     * @throws ContractFormatException if it is not one YAML document of JSON values; says line and column
     */
    static Document read(String source, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        if (text.length() > MAX_CHARACTERS) {
            throw new ContractFormatException(
                    new Place(source, "", 0),
                    "the YAML is larger than " + (MAX_CHARACTERS >> 20) + " MiB, the most that is read",
                    "Write what is long into JSON files of its own, or the whole as JSON");
        }
        rejectUnprintable(source, text);
        return new YamlReader(source, new ParserImpl(new StreamReader(text), options)).read();
    }

    private static void rejectUnprintable(String source, String text) {
        int line = 1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            line += point == '\n' ? 1 : 0;
            if (!StreamReader.isPrintable(point)) {
                throw new ContractFormatException(
                        new Place(source, "", line),
                        "the character U+%04X must not stand in YAML".formatted(point),
                        "Leave it out, or write it as an escape in double quotes");
            }
        }
    }

    private Document read() {
        try {
            JsonNode tree = document();
            return WholeCharacters.required(new Document(source, tree, PointerLines.known(lines)));
        } catch (MarkedYAMLException e) {
            throw notYaml(e.getProblem(), e.getProblemMark());
        } catch (YAMLException e) {
            throw notYaml(Document.firstSentence(String.valueOf(e.getMessage())), null);
        }
    }

    private ContractFormatException notYaml(String problem, @Nullable Mark mark) {
        return new ContractFormatException(
                new Place(source, inside.pointer(), mark == null ? 0 : mark.getLine() + 1),
                "this is not YAML that can be read: " + problem
                        + (mark == null ? "" : ", column " + (mark.getColumn() + 1)),
                mark != null && mark.getColumn() > LONGEST_KEY
                        ? "Correct the file there; a key and its colon stand within 1,024 characters of a line"
                        : "Correct the file there");
    }

    private JsonNode document() {
        events.getEvent();
        if (events.checkEvent(Event.ID.StreamEnd)) {
            throw error(
                    YamlPath.ROOT, events.peekEvent(), "there is no YAML value, only comments", "Write the contract");
        }
        events.getEvent();
        JsonNode tree = value(YamlPath.ROOT, 0);
        events.getEvent();
        if (!events.checkEvent(Event.ID.StreamEnd)) {
            throw error(
                    YamlPath.ROOT,
                    events.peekEvent(),
                    "a second YAML document begins here",
                    "Write each contract in a file of its own, without \"---\" in between");
        }
        return tree;
    }

    private JsonNode value(YamlPath path, int depth) {
        inside = path;
        Event event = events.getEvent();
        note(path, event);
        if (depth > StrictJson.MAX_DEPTH) {
            throw error(path, event, "this is nested deeper than " + StrictJson.MAX_DEPTH + " levels", "Flatten it");
        }
        if (event instanceof AliasEvent alias) {
            return aliased(path, alias);
        }
        count(path, event, 1);
        int before = values;
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) {
            anchors.put(anchor, Anchored.OPEN);
        }
        JsonNode value = built(path, depth, event);
        if (anchor != null) {
            anchors.put(anchor, new Anchored(value, values - before + 1));
        }
        return value;
    }

    private JsonNode built(YamlPath path, int depth, Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar(path, scalar);
        }
        String tag = ((CollectionStartEvent) event).getTag();
        if (tag != null) {
            throw tagged(path, event, tag);
        }
        return event instanceof MappingStartEvent ? mapping(path, depth) : sequence(path, depth);
    }

    private JsonNode aliased(YamlPath path, AliasEvent alias) {
        Anchored anchored = anchors.get(alias.getAnchor());
        if (anchored == null || anchored.value() == null) {
            throw error(
                    path,
                    alias,
                    "the alias *" + alias.getAnchor()
                            + (anchored == null ? " names no anchor before it" : " stands within what it names"),
                    "Write the value out");
        }
        count(path, alias, anchored.size());
        return anchored.value();
    }

    private void count(YamlPath path, Event event, int more) {
        values += more;
        if (values > MAX_VALUES) {
            throw error(
                    path,
                    event,
                    "the file holds more than " + MAX_VALUES + " values, those behind aliases counted each time",
                    "Split the file, or use fewer aliases");
        }
    }

    private JsonNode scalar(YamlPath path, ScalarEvent scalar) {
        String tag = scalar.getTag();
        if (tag != null && !tag.equals(STRING_TAG)) {
            throw tagged(path, scalar, tag);
        }
        if (tag != null || scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return JsonNodeFactory.instance.textNode(scalar.getValue());
        }
        JsonNode value = YamlScalars.value(scalar.getValue());
        if (value == null) {
            throw error(
                    path,
                    scalar,
                    Located.shortened(scalar.getValue()) + " is a number to some readers of YAML and not to others",
                    "Quote it if it is a string, or write it as a plain decimal number");
        }
        return value;
    }

    private JsonNode sequence(YamlPath path, int depth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        while (!events.checkEvent(Event.ID.SequenceEnd)) {
            array.add(value(path.child(Integer.toString(array.size())), depth + 1));
            inside = path;
        }
        events.getEvent();
        return array;
    }

    private JsonNode mapping(YamlPath path, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (!events.checkEvent(Event.ID.MappingEnd)) {
            Event key = events.getEvent();
            String name = name(path, key);
            YamlPath member = path.child(name);
            if (object.has(name)) {
                throw error(
                        member,
                        key,
                        '"' + Located.shortened(name) + "\" stands here twice, first on line "
                                + lines.getOrDefault(member.pointer(), 1),
                        "Remove one of the two, or rename it");
            }
            note(member, key);
            object.set(name, value(member, depth + 1));
            inside = path;
        }
        events.getEvent();
        return object;
    }

    private String name(YamlPath path, Event key) {
        if (!(key instanceof ScalarEvent scalar)) {
            throw error(
                    path, key, "a key must be a string", "Write a plain word, or a quoted string, before the colon");
        }
        if (scalar.getValue().equals("<<") && scalar.getScalarStyle() == ScalarStyle.PLAIN) {
            throw error(
                    path,
                    key,
                    "the merge key << is not read",
                    "Write the members out, or let an alias stand for the whole value");
        }
        return scalar.getValue();
    }

    /** Remembers the line of a value, for texts; that of a member is the line of its name. */
    private void note(YamlPath path, Event event) {
        if (noted < MOST_NOTED) {
            noted += path.length();
            lines.putIfAbsent(path.pointer(), event.getStartMark().getLine() + 1);
        }
    }

    private ContractFormatException tagged(YamlPath path, Event event, String tag) {
        return error(path, event, "the tag " + tag + " is not read", "Leave it out; quote the value if it is a string");
    }

    private ContractFormatException error(YamlPath path, Event event, String problem, String remedy) {
        Mark mark = event.getStartMark();
        return new ContractFormatException(new Place(source, path.pointer(), mark.getLine() + 1), problem, remedy);
    }

    /** A value that an alias can stand for, and of how many values it consists; no value while it is being read. */
    private record Anchored(@Nullable JsonNode value, int size) {
        static final Anchored OPEN = new Anchored(null, 0);
    }
}
