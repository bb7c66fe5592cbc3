package dev.wspact.internal.matching;

/**
 * One difference between a message and what a contract expects of it.
 *
 * @param path path into the message, in Pact's notation ({@code $.price})
 * @param rule the Pact matching rule ({@code type}), the JSON Schema keyword ({@code schema required}), or
 *     {@code frame}, {@code content type}, {@code json}
 * @param expected what was expected, in words
 * @param actual what was found, in words, shortened
 */
public record Difference(String path, String rule, String expected, String actual) {}
