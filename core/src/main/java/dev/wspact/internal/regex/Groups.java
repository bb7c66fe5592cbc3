package dev.wspact.internal.regex;

import dev.wspact.internal.regex.EcmaScriptSyntax.Cursor;
import java.util.HashMap;
import java.util.Map;

/** The capturing groups of an expression. ECMAScript's names may hold characters that the JDK's may not. */
final class Groups {
    private final int count;
    private final Map<String, String> jdkNames = new HashMap<>();

    private Groups(int count) {
        this.count = count;
    }

    /** Counts the groups, named ones included. */
    static Groups of(String regex) {
        int count = 0;
        boolean inBrackets = false;
        for (int i = 0; i < regex.length(); i++) {
            switch (regex.charAt(i)) {
                case '\\' -> i++;
                case '[' -> inBrackets = true;
                case ']' -> inBrackets = false;
                case '(' -> count += !inBrackets && captures(regex, i + 1) ? 1 : 0;
                default -> {}
            }
        }
        return new Groups(count);
    }

    private static boolean captures(String regex, int behind) {
        boolean named =
                regex.startsWith("?<", behind) && !regex.startsWith("?<=", behind) && !regex.startsWith("?<!", behind);
        return named || !regex.startsWith("?", behind);
    }

    /** The JDK's name for a group that is opened here. */
    String define(String name, Cursor in, int at) {
        String jdkName = "g" + jdkNames.size();
        if (jdkNames.put(name, jdkName) != null) {
            throw in.error("two groups are called " + name, at);
        }
        return jdkName;
    }

    /** A reference back to a group, by its name or number. */
    String reference(String nameOrNumber, Cursor in, int at) {
        String jdkName = jdkNames.get(nameOrNumber);
        if (jdkName != null) {
            return "\\k<" + jdkName + ">";
        }
        if (isNumberOfAGroup(nameOrNumber)) {
            return "(?:\\" + nameOrNumber + ")";
        }
        throw in.error("there is no group " + nameOrNumber + " before the reference to it", at);
    }

    private boolean isNumberOfAGroup(String number) {
        return number.length() < 5
                && number.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(number) <= count;
    }
}
