package dev.wspact.internal.schema;

import java.nio.file.Path;

/**
 * A file of a bundle.
 *
 * @param path where it stands
 * @param document the schemas in it
 * @param prefix JSON Pointer to it in the bundle
 */
record SchemaFile(Path path, SchemaDocument document, String prefix) {}
