package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.contract.Place;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.message.JsonText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value in a contract file, and where it stands. Each method that reads it as something throws
 * {@link ContractFormatException} with the place if it is something else.
 *
 * @param document the file
 * @param pointer JSON Pointer to the value
 * @param value the value itself
 */
record Located(Document document, String pointer, JsonNode value) {
    private static final int SHOWN = 60;

    /** Where it stands. */
    Place place() {
        return new Place(document.source(), pointer, document.lines().line(pointer));
    }

    /** An error at this place; problem and remedy without a final full stop. */
    ContractFormatException error(String problem, String remedy) {
        return new ContractFormatException(place(), problem, remedy);
    }

    /** A member that may be JSON null; null if there is none. */
    @Nullable
    Located member(String name) {
        JsonNode member = value.get(name);
        return member == null ? null : new Located(document, pointer + "/" + escaped(name), member);
    }

    /** The members of an object that is read strictly. */
    Members members() {
        if (!value.isObject()) {
            throw wrong("an object");
        }
        return new Members(this);
    }

    /** The elements of an array. */
    List<Located> elements() {
        if (!value.isArray()) {
            throw wrong("an array");
        }
        List<Located> elements = new ArrayList<>(value.size());
        for (int i = 0; i < value.size(); i++) {
            elements.add(new Located(document, pointer + "/" + i, value.get(i)));
        }
        return elements;
    }

    /** The elements of an array that must not be empty. */
    List<Located> someElements() {
        List<Located> elements = elements();
        if (elements.isEmpty()) {
            throw error(name() + " is empty", "Leave it out, or fill it");
        }
        return elements;
    }

    /** A string that is not blank. */
    String text() {
        String text = anyText();
        if (text.isBlank()) {
            throw error(name() + " is blank", "Write at least one visible character");
        }
        return text;
    }

    /** A string, even an empty one. */
    String anyText() {
        if (!value.isTextual()) {
            throw wrong("a string");
        }
        return value.textValue();
    }

    /** A string for each element of an array that is not empty. */
    List<String> texts() {
        return someElements().stream().map(Located::text).toList();
    }

    /** True or false. */
    boolean flag() {
        if (!value.isBoolean()) {
            throw wrong("true or false");
        }
        return value.booleanValue();
    }

    /** A count from the fewest on. */
    int count(int fewest) {
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < fewest) {
            throw wrong("a whole number from " + fewest + " on");
        }
        return value.intValue();
    }

    /** One of some words. */
    <E> E oneOf(Map<String, E> words) {
        E meaning = value.isTextual() ? words.get(value.textValue()) : null;
        if (meaning == null) {
            throw wrong("one of " + DidYouMean.list(words.keySet()));
        }
        return meaning;
    }

    /** A time that is longer than nothing: {@code "PT5S"}, {@code "5s"}, {@code "500ms"}. */
    Duration duration() {
        Duration duration = value.isTextual() ? Durations.parse(value.textValue()) : null;
        if (duration == null) {
            throw wrong("a time such as \"PT5S\", \"5s\" or \"500ms\", longer than nothing and no longer than a day");
        }
        return duration;
    }

    /** A JSON Pointer (RFC 6901). */
    String jsonPointer() {
        if (!value.isTextual()) {
            throw wrong("a JSON Pointer such as \"/type\"");
        }
        requirePointer(value.textValue());
        return value.textValue();
    }

    /** Rejects a text at this place that is not a JSON Pointer. */
    void requirePointer(String text) {
        if (!text.matches("(/([^~/]|~[01])*)*")) {
            throw error(
                    '"' + shortened(text) + "\" is not a JSON Pointer",
                    text.startsWith("$")
                            ? "Write /a/0/b where a JSON path says $.a[0].b"
                            : "Begin with / and write /a/0/b; ~ is written ~0, and / within a name ~1");
        }
    }

    /** An object as text. */
    JsonText object() {
        if (!value.isObject()) {
            throw wrong("an object");
        }
        return json();
    }

    /** Any value as text. */
    JsonText json() {
        return StrictJson.text(value);
    }

    /** An error that says what was wanted and what stands there. */
    ContractFormatException wrong(String wanted) {
        return error(name() + " must be " + wanted + ", but is " + words(), "Correct the value");
    }

    /** The name of the member or element, as texts call it. */
    String name() {
        String last = pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
        if (pointer.isEmpty()) {
            return "the file";
        }
        return last.chars().allMatch(Character::isDigit) ? "the element" : '"' + shortened(last) + '"';
    }

    /** The names that lead to it from the outside in, for readers who do not know JSON Pointers. */
    String trail() {
        return pointer.replaceFirst("^/", "")
                .replace("/", " / ")
                .replace("~1", "/")
                .replace("~0", "~");
    }

    /** What stands there, in words. */
    String words() {
        if (value.isObject()) {
            return "an object";
        }
        if (value.isArray()) {
            return "an array";
        }
        if (value.isTextual()) {
            return "the string " + shortened(value.toString());
        }
        return (value.isNumber() ? "the number " : "") + shortened(value.toString());
    }

    /** A text from the file as a part of a sentence. */
    static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
