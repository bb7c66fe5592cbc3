package dev.wspact.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.List;
import java.util.regex.Pattern;

/** What the parser says, without its remarks about its own classes, settings and sources. */
final class ParserWords {
    private static final String NO_WORDS = "it cannot be read as JSON";

    /** What exceeds a limit, as the parser names it, and what is said of it; the limit stands for $1. */
    private static final List<Rewording> LIMITS = List.of(
            limit("Document nesting depth", "it is nested deeper than $1 levels"),
            limit("Number value length", "a number is longer than $1 characters"),
            limit("String value length", "a string is longer than $1 characters"),
            limit("Name length", "the name of a member is longer than $1 characters"));

    private static final List<Rewording> WORDS = List.of(
            words("Trailing token .*", "there is more behind the end of the value"),
            words("\\('(.+)' \\(code \\d+[^)]*\\)\\)", "'$1'"),
            words("'(.+)' \\(code \\d+[^)]*\\)", "'$1'"),
            words("\\(\\(CTRL-CHAR, code (\\d+)\\)\\)", "(the control character $1)"),
            words("maybe a \\(non-standard\\) comment\\?.*", "JSON has no comments"),
            words(" ?\\(start marker at \\[Source: .*?]\\)", ""),
            words("\\[Source: .*?; line: (\\d+), column: (\\d+)]", "line $1, column $2"),
            words("JSON spec does not allow numbers to have plus signs.*", "a number must not begin with it"),
            words(": enable `[^`]*` to allow", ", which JSON does not have"),
            words(" \\(consider enabling `[^`]*`[^)]*\\)+", ""),
            words("a valid value \\(JSON String, .*'false'\\)", "a value"),
            words("\\(JSON String, .*'false'\\)", "a value"));

    private ParserWords() {}

    /** The problem without its place and without a final full stop. */
    static String problem(JsonProcessingException e) {
        String problem = String.valueOf(e.getOriginalMessage());
        for (Rewording rewording : e instanceof StreamConstraintsException ? LIMITS : WORDS) {
            problem = rewording.parsers().matcher(problem).replaceAll(rewording.ours());
        }
        // whatever else names a class or a setting
        return problem.contains("`") ? NO_WORDS : problem;
    }

    private static Rewording limit(String what, String ours) {
        return words(".*" + what + " \\(\\d+\\) exceeds the maximum allowed \\((\\d+).*", ours);
    }

    private static Rewording words(String parsers, String ours) {
        return new Rewording(Pattern.compile(parsers), ours);
    }

    private record Rewording(Pattern parsers, String ours) {}
}
