package dev.wspact.internal.schema;

/**
 * A schema, and the file that it stands in.
 *
 * @param file the file
 * @param schema the schema in the file's document
 */
record SchemaPlace(SchemaFile file, Subschema schema) {}
