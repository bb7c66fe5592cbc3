package dev.wspact.internal.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Translates a regular expression of ECMAScript (ECMA-262, "Patterns", with the {@code u} flag) into the JDK's syntax, so
 * that it matches the same texts. What the JDK cannot do is an error here, never a different meaning.
 *
 * <p>More lenient than the {@code u} flag where nothing can be misunderstood: a needless backslash before a punctuation
 * mark, a brace that is no quantifier, a hyphen beside a class escape stand for themselves.
 */
final class EcmaScriptSyntax {
    private static final String WORD_BOUNDARY =
            "(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))";
    private static final String NO_WORD_BOUNDARY =
            "(?:(?<=[0-9A-Za-z_])(?=[0-9A-Za-z_])|(?<![0-9A-Za-z_])(?![0-9A-Za-z_]))";
    private static final String SYNTAX = "\\^$.*+?()[]{}|/-&#~";

    private final Cursor in;
    private final StringBuilder out = new StringBuilder();
    private final Groups groups;
    /** Where each open group was opened, from the outside in. */
    private final List<Integer> open = new ArrayList<>();
    /** Whether what was just written can carry a quantifier. */
    private boolean repeatable;

    private EcmaScriptSyntax(String regex) {
        in = new Cursor(regex);
        groups = Groups.of(regex);
    }

    /** The same expression in the JDK's syntax. */
    static String toJdk(String regex) {
        return new EcmaScriptSyntax(regex).translate();
    }

    private String translate() {
        while (in.hasMore()) {
            term(in.next());
        }
        if (!open.isEmpty()) {
            throw in.error("a group is opened and never closed", open.get(open.size() - 1));
        }
        return out.toString();
    }

    private void term(int c) {
        switch (c) {
            case '\\' -> escape();
            case '[' -> atom(new CharacterClass(in).translate());
            case '(' -> openGroup();
            case ')' -> closeGroup();
            case '*', '+', '?' -> quantifier(Character.toString(c));
            case '{' -> brace();
            case '.' -> atom("[^\\n\\r\\u2028\\u2029]");
            case '$' -> assertion("\\z");
            case '^' -> assertion("^");
            case '|' -> assertion("|");
            case ']', '}' -> atom("\\" + (char) c);
            default -> atom(literal(c));
        }
    }

    private void atom(String jdk) {
        out.append(jdk);
        repeatable = true;
    }

    private void assertion(String jdk) {
        out.append(jdk);
        repeatable = false;
    }

    private void escape() {
        int at = in.position() - 1;
        if (!in.hasMore()) {
            throw in.error("a backslash at the end stands before nothing", at);
        }
        int c = in.peek();
        if (c == 'b' || c == 'B') {
            in.next();
            assertion(c == 'b' ? WORD_BOUNDARY : NO_WORD_BOUNDARY);
        } else if (c == 'k') {
            in.next();
            atom(groups.reference(in.groupName(), in, at));
        } else if (c >= '1' && c <= '9') {
            atom(groups.reference(in.decimal(), in, at));
        } else {
            atom(new Escape(in).outsideClass());
        }
    }

    private void openGroup() {
        open.add(in.position() - 1);
        out.append('(');
        if (in.take("?")) {
            out.append('?').append(groupKind());
        }
        repeatable = false;
    }

    private String groupKind() {
        for (String kind : List.of(":", "=", "!", "<=", "<!")) {
            if (in.take(kind)) {
                return kind;
            }
        }
        int at = in.position() - 2;
        if (in.hasMore() && in.peek() == '<') {
            return "<" + groups.define(in.groupName(), in, at) + ">";
        }
        throw in.error("(? is followed by no kind of group that ECMAScript knows", at);
    }

    private void closeGroup() {
        if (open.isEmpty()) {
            throw in.error("a closing parenthesis has no opening one", in.position() - 1);
        }
        open.remove(open.size() - 1);
        atom(")");
    }

    private void brace() {
        String bounds = in.quantifierBounds();
        if (bounds == null) {
            atom("\\{");
        } else {
            quantifier("{" + bounds + "}");
        }
    }

    private void quantifier(String quantifier) {
        if (!repeatable) {
            throw in.error("there is nothing to repeat before " + quantifier, in.position() - quantifier.length());
        }
        out.append(quantifier);
        if (in.take("?")) {
            out.append('?');
        }
        // a second quantifier, which would be possessive in the JDK, is none in ECMAScript
        repeatable = false;
    }

    /** One code point that stands for itself. */
    static String literal(int c) {
        return SYNTAX.indexOf(c) >= 0 ? "\\" + (char) c : Character.toString(c);
    }

    /** A place in the expression that moves on by code points. */
    static final class Cursor {
        private final String regex;
        private int position;

        Cursor(String regex) {
            this.regex = regex;
        }

        int position() {
            return position;
        }

        boolean hasMore() {
            return position < regex.length();
        }

        int peek() {
            return regex.codePointAt(position);
        }

        int next() {
            int c = regex.codePointAt(position);
            position += Character.charCount(c);
            return c;
        }

        /** Goes back over one character of the basic plane. */
        void back() {
            position--;
        }

        boolean take(String expected) {
            boolean found = regex.startsWith(expected, position);
            if (found) {
                position += expected.length();
            }
            return found;
        }

        /** The digits from here on. */
        String decimal() {
            int start = position;
            while (hasMore() && Character.digit(regex.charAt(position), 10) >= 0 && regex.charAt(position) < 0x80) {
                position++;
            }
            return regex.substring(start, position);
        }

        /** What stands between {@code <} and {@code >} from here on. */
        String groupName() {
            int end = regex.indexOf('>', position);
            if (!hasMore() || peek() != '<' || end < position + 2) {
                throw error("the name of a group is missing", position);
            }
            String name = regex.substring(position + 1, end);
            position = end + 1;
            return name;
        }

        /** What stands between the braces if they are a quantifier, whose opening brace has just been read. */
        @Nullable
        String quantifierBounds() {
            int end = regex.indexOf('}', position);
            if (end < 0) {
                return null;
            }
            String bounds = regex.substring(position, end);
            if (!isBounds(bounds)) {
                return null;
            }
            position = end + 1;
            return bounds;
        }

        private static boolean isBounds(String bounds) {
            int digits = 0;
            int commas = 0;
            for (int i = 0; i < bounds.length(); i++) {
                char c = bounds.charAt(i);
                if (c == ',' && digits > 0) {
                    commas++;
                } else if (c >= '0' && c <= '9') {
                    digits++;
                } else {
                    return false;
                }
            }
            return digits > 0 && commas <= 1;
        }

        PatternSyntaxException error(String problem, int at) {
            return new PatternSyntaxException(problem, regex, at);
        }
    }
}
