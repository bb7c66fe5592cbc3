package dev.wspact.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/**
 * A schema within a document.
 *
 * @param pointer JSON Pointer to it from the document's root
 * @param node the schema itself
 * @param base the address that references in it are resolved against
 */
record Subschema(String pointer, JsonNode node, URI base) {}
