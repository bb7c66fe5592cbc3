package dev.wspact.internal.matching;

import au.com.dius.pact.core.model.DocPath;
import au.com.dius.pact.core.model.InvalidPathExpression;
import au.com.dius.pact.core.model.PathExpressionsKt;
import au.com.dius.pact.core.model.PathToken;
import java.util.ArrayList;
import java.util.List;

/**
 * The path of a matching rule or generator (Pact specification V3, "Matcher path expressions"). A place in a message is
 * the list of its segments, {@code $} first; an index is a segment like any other.
 *
 * @param expression the path as the contract has it
 * @param tokens its parts, {@code $} first
 */
record RulePath(String expression, List<PathToken> tokens) {
    /** The whole message. */
    static final RulePath ROOT = new RulePath("$", List.of(PathToken.Root.INSTANCE));

    RulePath {
        tokens = List.copyOf(tokens);
    }

    static RulePath parse(String expression) throws UnjudgeableException {
        List<PathToken> tokens;
        try {
            tokens = PathExpressionsKt.parsePath(expression);
        } catch (InvalidPathExpression | NumberFormatException e) {
            throw malformed(expression, String.valueOf(e.getMessage()));
        }
        if (tokens.isEmpty()) {
            throw malformed(expression, "it is empty");
        }
        return new RulePath(expression, tokens);
    }

    private static UnjudgeableException malformed(String expression, String why) {
        return new UnjudgeableException(
                "the path \"" + expression + "\" is not one: " + why,
                "write a Pact path, such as $.items[*].price or $['first name']");
    }

    /** Whether the place is here or below. */
    boolean covers(List<String> place) {
        return tokens.size() <= place.size() && agrees(place, tokens.size());
    }

    /** Whether the place is exactly here. */
    boolean isAt(List<String> place) {
        return tokens.size() == place.size() && covers(place);
    }

    /** Whether this path is about the place itself or something below it. */
    boolean isAtOrBelow(List<String> place) {
        return tokens.size() >= place.size() && agrees(place, place.size());
    }

    /** How many parts name exactly the segment of the place, instead of any. */
    int exactParts(List<String> place) {
        int exact = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (DocPath.Companion.matchesToken(place.get(i), tokens.get(i)) > 1) {
                exact++;
            }
        }
        return exact;
    }

    /** The path of every member or element at a place. */
    static RulePath everythingIn(List<String> place) {
        List<PathToken> tokens = new ArrayList<>();
        tokens.add(PathToken.Root.INSTANCE);
        place.stream().skip(1).map(PathToken.Field::new).forEach(tokens::add);
        tokens.add(PathToken.Star.INSTANCE);
        return new RulePath(text(place) + ".*", tokens);
    }

    /** A place in Pact's notation. */
    static String text(List<String> place) {
        return PathExpressionsKt.constructPath(place);
    }

    private boolean agrees(List<String> place, int parts) {
        for (int i = 0; i < parts; i++) {
            if (DocPath.Companion.matchesToken(place.get(i), tokens.get(i)) == 0) {
                return false;
            }
        }
        return true;
    }
}
