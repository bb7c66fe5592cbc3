package dev.wspact.internal.regex;

import dev.wspact.internal.regex.EcmaScriptSyntax.Cursor;
import org.jspecify.annotations.Nullable;

/** What stands in brackets. The JDK has unions and intersections there, which ECMAScript has not. */
final class CharacterClass {
    private final Cursor in;
    private final int start;

    /** At a cursor that stands behind the opening bracket. */
    CharacterClass(Cursor in) {
        this.in = in;
        this.start = in.position() - 1;
    }

    String translate() {
        boolean negated = in.take("^");
        if (in.take("]")) {
            // [] matches nothing, [^] every character
            return negated ? "[\\x{0}-\\x{10ffff}]" : "(?!)";
        }
        StringBuilder out = new StringBuilder(negated ? "[^" : "[");
        while (!in.take("]")) {
            out.append(member());
        }
        return out.append(']').toString();
    }

    private String member() {
        String set = setOrNull();
        if (set != null) {
            return set;
        }
        int first = character();
        int hyphen = in.position();
        if (!in.take("-")) {
            return Escape.code(first);
        }
        if (!in.hasMore() || in.peek() == ']') {
            return Escape.code(first) + Escape.code('-');
        }
        String after = setOrNull();
        if (after != null) {
            return Escape.code(first) + Escape.code('-') + after;
        }
        int last = character();
        if (last < first) {
            throw in.error("a range in brackets runs backwards", hyphen);
        }
        return Escape.code(first) + "-" + Escape.code(last);
    }

    private @Nullable String setOrNull() {
        if (!in.hasMore()) {
            throw in.error("a bracket is opened and never closed", start);
        }
        if (in.peek() != '\\') {
            return null;
        }
        in.next();
        requireMore();
        String set = new Escape(in).set();
        if (set == null) {
            in.back();
        }
        return set;
    }

    private int character() {
        requireMore();
        int c = in.next();
        if (c != '\\') {
            return c;
        }
        requireMore();
        if (in.take("b")) {
            return '\b';
        }
        return new Escape(in).character();
    }

    private void requireMore() {
        if (!in.hasMore()) {
            throw in.error("a bracket is opened and never closed", start);
        }
    }
}
