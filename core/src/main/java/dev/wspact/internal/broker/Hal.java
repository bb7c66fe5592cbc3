package dev.wspact.internal.broker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.broker.Notice;
import dev.wspact.message.Visible;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A document with links (HAL, draft-kelly-json-hal). What is asked for and missing is an error with its place.
 *
 * @param tree the document, an object
 * @param call what it answers
 */
record Hal(JsonNode tree, Call call) {
    /** Whether there is such a link. */
    boolean has(String relation) {
        return tree.path("_links").path(relation).path("href").isTextual();
    }

    /** The target of a link. */
    URI link(String relation) {
        return link(relation, Map.of());
    }

    /** The target of a link with its variables filled in. */
    URI link(String relation, Map<String, String> variables) {
        JsonNode href = tree.path("_links").path(relation).path("href");
        if (!href.isTextual()) {
            throw missing("the link " + relation);
        }
        return target(UriTemplate.expand(href.textValue(), variables), relation);
    }

    /** Of several links of one relation, that with a name. */
    Optional<URI> linkNamed(String relation, String name) {
        return links(relation)
                .filter(link -> name.equals(link.path("name").asText()))
                .findFirst()
                .map(link -> target(link.path("href").asText(), relation));
    }

    /** The names of several links of one relation. */
    List<String> linkNames(String relation) {
        return links(relation).map(link -> link.path("name").asText()).toList();
    }

    /** The targets of several links of one relation. */
    List<URI> targets(String relation) {
        return links(relation)
                .map(link -> target(link.path("href").asText(), relation))
                .toList();
    }

    private Stream<JsonNode> links(String relation) {
        return StreamSupport.stream(tree.path("_links").path(relation).spliterator(), false);
    }

    private URI target(String href, String relation) {
        try {
            return call.url().resolve(URI.create(href));
        } catch (IllegalArgumentException e) {
            throw Failures.notUnderstood(call, "the link " + relation + " is \"" + href + "\", which is no URL");
        }
    }

    /** A member that must be a text. */
    String text(String member) {
        JsonNode value = tree.path(member);
        if (!value.isTextual()) {
            throw missing("the text " + member);
        }
        return value.textValue();
    }

    /** A member that may be a text. */
    @Nullable
    String optionalText(String member) {
        return tree.path(member).textValue();
    }

    /** A member that must be true or false. */
    boolean flag(String member) {
        JsonNode value = tree.path(member);
        if (!value.isBoolean()) {
            throw missing("the truth value " + member);
        }
        return value.booleanValue();
    }

    /** A member that must be an object. */
    Hal object(String member) {
        JsonNode value = tree.path(member);
        if (!value.isObject()) {
            throw missing("the object " + member);
        }
        return new Hal(value, call);
    }

    /** A member that must be a list of objects. */
    List<Hal> objects(String member) {
        JsonNode value = tree.path(member);
        if (!value.isArray()) {
            throw missing("the list " + member);
        }
        List<Hal> objects = new ArrayList<>();
        for (JsonNode element : value) {
            if (!element.isObject()) {
                throw Failures.notUnderstood(call, "the list " + member + " holds what is no object");
            }
            objects.add(new Hal(element, call));
        }
        return objects;
    }

    /** The notices, if there are any, with the member that says what they are. */
    List<Notice> notices(String type) {
        return StreamSupport.stream(tree.path("notices").spliterator(), false)
                .filter(notice -> notice.path("text").isTextual())
                .map(notice -> new Notice(
                        Visible.text(notice.path(type).asText("info")),
                        lines(notice.path("text").textValue())))
                .toList();
    }

    /** What a broker says, made visible; several lines stay several lines. */
    static String lines(String text) {
        return text.lines().map(Visible::text).collect(Collectors.joining("\n"));
    }

    private RuntimeException missing(String what) {
        return Failures.notUnderstood(call, what + " is missing");
    }
}
