package dev.wspact.internal.matching;

/**
 * One difference between a message and what a contract expects of it.
 *
 * @param path path into the message, in Pact's notation ({@code $.price}); cut after 1,000 characters, since names of
 *     members may be as long as a message
 * @param rule the Pact matching rule ({@code type}), the JSON Schema keyword ({@code schema required}), or
 *     {@code frame}, {@code content type}, {@code json}
 * @param expected what was expected, in words
 * @param actual what was found, in words, shortened
 */
public record Difference(String path, String rule, String expected, String actual) {
    private static final int LONGEST_PATH = 1000;

    /** Cuts the path. */
    public Difference {
        if (path.length() > LONGEST_PATH) {
            int end = Character.isHighSurrogate(path.charAt(LONGEST_PATH - 1)) ? LONGEST_PATH - 1 : LONGEST_PATH;
            path = path.substring(0, end) + "…";
        }
    }
}
