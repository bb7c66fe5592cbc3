package dev.wspact.internal.regex;

import dev.wspact.internal.regex.EcmaScriptSyntax.Cursor;
import org.jspecify.annotations.Nullable;

/** What follows a backslash, other than an assertion or a reference to a group: a character, or a class of them. */
final class Escape {
    /** White space and line ends as ECMA-262 has them, for use within brackets. */
    private static final String SPACE =
            "\\t\\n\\x0B\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";

    private final Cursor in;

    /** At a cursor that stands behind the backslash. */
    Escape(Cursor in) {
        this.in = in;
    }

    /** The escape as the JDK writes it outside brackets. */
    String outsideClass() {
        String set = set();
        return set != null ? set : code(character());
    }

    /** A class of characters, in brackets or as the JDK's own escape; null, and nothing read, if it is none. */
    @Nullable
    String set() {
        String jdk =
                switch (in.peek()) {
                    case 'd' -> "[0-9]";
                    case 'D' -> "[^0-9]";
                    case 'w' -> "[0-9A-Za-z_]";
                    case 'W' -> "[^0-9A-Za-z_]";
                    case 's' -> "[" + SPACE + "]";
                    case 'S' -> "[^" + SPACE + "]";
                    default -> null;
                };
        if (jdk != null) {
            in.next();
            return jdk;
        }
        return in.peek() == 'p' || in.peek() == 'P' ? UnicodeProperty.read(in) : null;
    }

    /** The code point that the escape stands for. */
    int character() {
        int at = in.position() - 1;
        int c = in.next();
        return switch (c) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'v' -> 0x0B;
            case 'f' -> '\f';
            case 'r' -> '\r';
            case '0' -> zero(at);
            case 'c' -> control(at);
            case 'x' -> hex(2, at);
            case 'u' -> unicode(at);
            default -> itself(c, at);
        };
    }

    private int zero(int at) {
        if (!in.decimal().isEmpty()) {
            throw in.error("there are no octal escapes in ECMAScript", at);
        }
        return 0;
    }

    private int control(int at) {
        int letter = in.hasMore() ? in.next() : 0;
        if (!isAsciiLetter(letter)) {
            throw in.error("\\c must be followed by a letter", at);
        }
        return letter % 32;
    }

    private int unicode(int at) {
        if (in.take("{")) {
            return codePoint(at);
        }
        int first = hex(4, at);
        int behind = in.position();
        if (Character.isHighSurrogate((char) first) && in.take("\\u") && in.hasMore() && in.peek() != '{') {
            int second = hex(4, behind);
            if (Character.isLowSurrogate((char) second)) {
                return Character.toCodePoint((char) first, (char) second);
            }
            throw in.error("half a surrogate pair", at);
        }
        return first;
    }

    private int codePoint(int at) {
        int value = 0;
        int digits = 0;
        while (in.hasMore() && in.peek() != '}') {
            int digit = Character.digit(in.next(), 16);
            value = value * 16 + digit;
            digits++;
            if (digit < 0 || value > Character.MAX_CODE_POINT) {
                throw in.error("\\u{…} must hold the hexadecimal number of a Unicode character", at);
            }
        }
        if (digits == 0 || !in.take("}")) {
            throw in.error("\\u{…} must hold the hexadecimal number of a Unicode character", at);
        }
        return value;
    }

    private int hex(int digits, int at) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = in.hasMore() ? Character.digit(in.next(), 16) : -1;
            if (digit < 0) {
                throw in.error("expected " + digits + " hexadecimal digits", at);
            }
            value = value * 16 + digit;
        }
        return value;
    }

    private int itself(int c, int at) {
        if (isAsciiLetter(c) || (c >= '0' && c <= '9')) {
            throw in.error("\\" + (char) c + " is no escape of ECMAScript", at);
        }
        return c;
    }

    private static boolean isAsciiLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** A code point as the JDK writes it, inside brackets or outside. */
    static String code(int codePoint) {
        return "\\x{" + Integer.toHexString(codePoint) + "}";
    }
}
