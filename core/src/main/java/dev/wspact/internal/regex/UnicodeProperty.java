package dev.wspact.internal.regex;

import dev.wspact.internal.regex.EcmaScriptSyntax.Cursor;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code \p{…}} and {@code \P{…}}: those that the JDK knows under one name or another. */
final class UnicodeProperty {
    private static final Map<String, String> CATEGORIES = Map.ofEntries(
            Map.entry("Letter", "L"),
            Map.entry("Uppercase_Letter", "Lu"),
            Map.entry("Lowercase_Letter", "Ll"),
            Map.entry("Titlecase_Letter", "Lt"),
            Map.entry("Modifier_Letter", "Lm"),
            Map.entry("Other_Letter", "Lo"),
            Map.entry("Mark", "M"),
            Map.entry("Combining_Mark", "M"),
            Map.entry("Nonspacing_Mark", "Mn"),
            Map.entry("Spacing_Mark", "Mc"),
            Map.entry("Enclosing_Mark", "Me"),
            Map.entry("Number", "N"),
            Map.entry("Decimal_Number", "Nd"),
            Map.entry("digit", "Nd"),
            Map.entry("Letter_Number", "Nl"),
            Map.entry("Other_Number", "No"),
            Map.entry("Punctuation", "P"),
            Map.entry("punct", "P"),
            Map.entry("Connector_Punctuation", "Pc"),
            Map.entry("Dash_Punctuation", "Pd"),
            Map.entry("Open_Punctuation", "Ps"),
            Map.entry("Close_Punctuation", "Pe"),
            Map.entry("Initial_Punctuation", "Pi"),
            Map.entry("Final_Punctuation", "Pf"),
            Map.entry("Other_Punctuation", "Po"),
            Map.entry("Symbol", "S"),
            Map.entry("Math_Symbol", "Sm"),
            Map.entry("Currency_Symbol", "Sc"),
            Map.entry("Modifier_Symbol", "Sk"),
            Map.entry("Other_Symbol", "So"),
            Map.entry("Separator", "Z"),
            Map.entry("Space_Separator", "Zs"),
            Map.entry("Line_Separator", "Zl"),
            Map.entry("Paragraph_Separator", "Zp"),
            Map.entry("Other", "C"),
            Map.entry("Control", "Cc"),
            Map.entry("cntrl", "Cc"),
            Map.entry("Format", "Cf"),
            Map.entry("Surrogate", "Cs"),
            Map.entry("Private_Use", "Co"),
            Map.entry("Unassigned", "Cn"));
    private static final Set<String> BINARY = Set.of(
            "Alphabetic",
            "Ideographic",
            "Lowercase",
            "Uppercase",
            "White_Space",
            "Hex_Digit",
            "Join_Control",
            "Noncharacter_Code_Point",
            "Assigned");

    private UnicodeProperty() {}

    /** Reads from the {@code p} on. */
    static String read(Cursor in) {
        int at = in.position() - 1;
        boolean negated = in.next() == 'P';
        if (!in.take("{")) {
            throw in.error("\\p must be followed by a property in braces", at);
        }
        StringBuilder name = new StringBuilder();
        while (in.hasMore() && in.peek() != '}') {
            name.appendCodePoint(in.next());
        }
        if (!in.take("}")) {
            throw in.error("the braces of \\p are never closed", at);
        }
        String jdk = property(name.toString());
        if (jdk.isEmpty()) {
            throw in.error("the JDK knows no Unicode property " + name, at);
        }
        return (negated ? "\\P{" : "\\p{") + jdk + "}";
    }

    /** The JDK's name of a property; empty if it knows none. */
    private static String property(String name) {
        int equals = name.indexOf('=');
        if (equals < 0) {
            return alone(name);
        }
        String value = name.substring(equals + 1);
        return switch (name.substring(0, equals)) {
            case "General_Category", "gc" -> category(value);
            case "Script", "sc" -> script(value);
            default -> "";
        };
    }

    private static String alone(String name) {
        if (name.equals("ASCII")) {
            return "ASCII";
        }
        return BINARY.contains(name) ? "Is" + name : category(name);
    }

    private static String category(String name) {
        String category = CATEGORIES.getOrDefault(name, name);
        return CATEGORIES.containsValue(category) || category.equals("LC") ? category : "";
    }

    private static String script(String name) {
        try {
            return "script=" + Character.UnicodeScript.forName(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
