package dev.wspact.internal.embeddedbroker.resources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.internal.embeddedbroker.web.Urls;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.StrictJson;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The pieces that documents in HAL are made of. */
final class Hal {
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss'+00:00'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Hal() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static <T> ArrayNode array(Collection<T> values, Function<T, JsonNode> element) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> array.add(element.apply(value)));
        return array;
    }

    static ObjectNode link(String href) {
        return object().put("href", href);
    }

    static ObjectNode link(String href, String title) {
        return link(href).put("title", title);
    }

    static ObjectNode link(String href, String title, String name) {
        return link(href, title).put("name", name);
    }

    static ObjectNode template(String href, String title) {
        return link(href, title).put("templated", true);
    }

    /** An object with this link to itself, and nothing else in its links. */
    static ObjectNode self(ObjectNode document, ObjectNode link) {
        document.putObject("_links").set("self", link);
        return document;
    }

    static ArrayNode curies(Urls urls, String context) {
        ArrayNode curies = JsonNodeFactory.instance.arrayNode();
        curies.addObject()
                .put("name", "pb")
                .put("href", urls.base() + "/doc/{rel}?context=" + context)
                .put("templated", true);
        return curies;
    }

    static void putIfPresent(ObjectNode document, String name, @Nullable String value) {
        if (value != null) {
            document.put(name, value);
        }
    }

    /** Times of a record, as the Pact Broker shows them: the change only if there was one. */
    static void times(ObjectNode document, long createdAt, @Nullable Long updatedAt) {
        if (updatedAt != null) {
            document.put("updatedAt", time(updatedAt));
        }
        document.put("createdAt", time(createdAt));
    }

    static String time(long millis) {
        return DATE_TIME.format(Instant.ofEpochMilli(millis));
    }

    static String date(long millis) {
        return DATE.format(Instant.ofEpochMilli(millis));
    }

    /** JSON that was checked when it came in. */
    static JsonNode stored(String json) {
        try {
            return StrictJson.read(json);
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("the store holds a text that is not JSON: " + e.problem(), e);
        }
    }
}
