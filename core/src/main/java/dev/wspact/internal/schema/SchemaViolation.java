package dev.wspact.internal.schema;

/**
 * One reason why a JSON value is not valid against a schema.
 *
 * @param path path into the value, in Pact's notation ({@code $.items[0].id})
 * @param keyword the JSON Schema keyword that failed
 * @param expected what the keyword asks for, in words
 * @param actual what was found, in words, shortened
 */
public record SchemaViolation(String path, String keyword, String expected, String actual) {}
