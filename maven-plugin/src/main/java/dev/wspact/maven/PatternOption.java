package dev.wspact.maven;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions in parameters. */
final class PatternOption {
    private PatternOption() {}

    /**
     * The pattern.
     *
     * @param name the parameter's property, for texts
     * @throws BadOptionException if the text is no regular expression
     */
    static Pattern parse(String name, String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new BadOptionException(
                    "%s is \"%s\", which is not a regular expression: %s. Correct it; see java.util.regex.Pattern."
                            .formatted(name, text, e.getDescription()));
        }
    }
}
