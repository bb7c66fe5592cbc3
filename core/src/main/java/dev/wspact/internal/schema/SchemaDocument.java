package dev.wspact.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All schemas of one document, with the addresses they can be referred to by (JSON Schema Core 2020-12, section 8.2).
 * Not safe for use by several threads.
 */
final class SchemaDocument {
    /** The address of a document that gives itself none. Relative addresses can be resolved against it. */
    static final URI NAMELESS = URI.create("wspact:///schema");

    private final Draft draft;
    private final JsonNode root;
    private final Map<String, Subschema> byPointer = new LinkedHashMap<>();
    private final Map<URI, Subschema> resources = new HashMap<>();
    private final Map<URI, Subschema> anchors = new HashMap<>();

    private SchemaDocument(JsonNode root, Draft draft) {
        this.root = root;
        this.draft = draft;
    }

    /** Finds the schemas in a document. */
    static SchemaDocument of(JsonNode root, Draft draft) throws InvalidSchemaException {
        return of(root, draft, NAMELESS);
    }

    /** Finds the schemas in a document that was read from an address. */
    static SchemaDocument of(JsonNode root, Draft draft, URI address) throws InvalidSchemaException {
        SchemaDocument document = new SchemaDocument(root, draft);
        document.resources.put(withoutFragment(address), new Subschema("", root, address));
        document.add(new Subschema("", root, address));
        return document;
    }

    JsonNode root() {
        return root;
    }

    Draft draft() {
        return draft;
    }

    /** All schemas of the document, the outermost first. */
    Collection<Subschema> schemas() {
        return byPointer.values();
    }

    Subschema rootSchema() {
        return java.util.Objects.requireNonNull(byPointer.get(""));
    }

    /** The schemas directly under a schema, by their pointer from it. */
    Map<String, Subschema> children(Subschema schema) {
        Map<String, Subschema> children = new LinkedHashMap<>();
        Keywords.subschemas(schema.node(), draft)
                .forEach((pointer, node) -> children.put(
                        pointer, java.util.Objects.requireNonNull(byPointer.get(schema.pointer() + pointer))));
        return children;
    }

    /** What a reference in a schema leads to, if that is in this document. */
    Optional<Subschema> resolve(Subschema from, String reference) throws InvalidSchemaException {
        URI target = address(from, reference);
        @Nullable String fragment = target.getFragment();
        URI resource = withoutFragment(target);
        if (fragment == null || fragment.isEmpty()) {
            return Optional.ofNullable(resources.get(resource));
        }
        if (!fragment.startsWith("/")) {
            return Optional.ofNullable(anchors.get(target));
        }
        Subschema start = resources.get(resource);
        return start == null ? Optional.empty() : at(start, fragment);
    }

    /**
     * The schema that a fragment of this document's address names: a JSON Pointer, an anchor, or the identifier of a
     * schema within it.
     *
     * @param fragment percent-decoded, without the number sign
     */
    Optional<Subschema> find(String fragment) throws InvalidSchemaException {
        if (fragment.isEmpty() || fragment.startsWith("/")) {
            return fragment.isEmpty() ? Optional.of(rootSchema()) : at(rootSchema(), fragment);
        }
        return anchors.entrySet().stream()
                .filter(anchor -> fragment.equals(anchor.getKey().getFragment()))
                .map(Map.Entry::getValue)
                .min(Comparator.comparing(Subschema::pointer))
                .or(() -> byPointer.values().stream()
                        .filter(schema -> fragment.equals(
                                        schema.node().path(draft.idKeyword()).asText())
                                || (fragment.equals(schema.base().toString())
                                        && schema.node().has(draft.idKeyword())))
                        .findFirst());
    }

    /** The names of anchors and identifiers within the document. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        anchors.keySet().forEach(anchor -> names.add(String.valueOf(anchor.getFragment())));
        byPointer.values().stream()
                .filter(schema -> !schema.pointer().isEmpty())
                .map(schema -> schema.node().path(draft.idKeyword()).asText())
                .filter(id -> !id.isEmpty() && !id.startsWith("#"))
                .forEach(names::add);
        return names;
    }

    /** The absolute address that a reference in a schema means. */
    URI address(Subschema from, String reference) throws InvalidSchemaException {
        try {
            // java.net.URI resolves an empty reference and a lone fragment against the directory, against RFC 3986
            return reference.isEmpty() || reference.startsWith("#")
                    ? URI.create(withoutFragment(from.base()) + reference)
                    : from.base().resolve(URI.create(reference));
        } catch (IllegalArgumentException e) {
            throw new InvalidSchemaException(
                    from.pointer() + "/$ref",
                    "\"" + reference + "\" is no URI reference",
                    "Write a path, a fragment such as #/$defs/name, or both; percent-encode what a URI must not hold");
        }
    }

    private Optional<Subschema> at(Subschema start, String pointerFromStart) throws InvalidSchemaException {
        String pointer = start.pointer() + pointerFromStart;
        Subschema known = byPointer.get(pointer);
        if (known != null) {
            return Optional.of(known);
        }
        JsonNode node = start.node().at(pointerFromStart);
        if (!node.isObject() && !node.isBoolean()) {
            return Optional.empty();
        }
        // a schema under a keyword that holds none, such as one of the author's own
        Subschema found = new Subschema(pointer, node, start.base());
        add(found);
        return Optional.of(found);
    }

    private void add(Subschema outermost) throws InvalidSchemaException {
        Deque<Subschema> open = new ArrayDeque<>();
        open.add(outermost);
        while (!open.isEmpty()) {
            Subschema schema = named(open.remove());
            byPointer.put(schema.pointer(), schema);
            Keywords.subschemas(schema.node(), draft)
                    .forEach((pointer, node) ->
                            open.add(new Subschema(schema.pointer() + pointer, node, schema.base())));
        }
    }

    /** The schema with the base address that its own identifier gives it, and its addresses remembered. */
    private Subschema named(Subschema schema) throws InvalidSchemaException {
        JsonNode node = schema.node();
        String id = node.path(draft.idKeyword()).asText("");
        Subschema named = schema;
        if (!id.isEmpty() && !id.startsWith("#") && !(draft.refStandsAlone() && node.has("$ref"))) {
            URI own = address(schema, id);
            named = new Subschema(schema.pointer(), node, withoutFragment(own));
            once(resources, named.base(), named, "/" + draft.idKeyword());
        } else if (id.length() > 1 && draft.refStandsAlone()) {
            once(anchors, address(schema, id), named, "/" + draft.idKeyword());
        }
        if (!draft.refStandsAlone()) {
            for (String keyword : new String[] {"$anchor", "$dynamicAnchor"}) {
                if (node.path(keyword).isTextual()) {
                    once(anchors, address(named, "#" + node.path(keyword).textValue()), named, "/" + keyword);
                }
            }
        }
        return named;
    }

    private static void once(Map<URI, Subschema> known, URI address, Subschema schema, String keyword)
            throws InvalidSchemaException {
        Subschema other = known.putIfAbsent(address, schema);
        if (other != null && !other.pointer().equals(schema.pointer())) {
            throw new InvalidSchemaException(
                    schema.pointer() + keyword,
                    "the schema at #" + other.pointer() + " has the same name",
                    "Give each schema a name of its own");
        }
        known.put(address, schema);
    }

    static URI withoutFragment(URI uri) {
        String text = uri.toString();
        int fragment = text.indexOf('#');
        return fragment < 0 ? uri : URI.create(text.substring(0, fragment));
    }
}
