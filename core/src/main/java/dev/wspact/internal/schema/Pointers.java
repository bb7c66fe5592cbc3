package dev.wspact.internal.schema;

/** JSON Pointer (RFC 6901) and Pact's paths. */
final class Pointers {
    private Pointers() {}

    /** One reference token. */
    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** The name that a reference token stands for. */
    static String unescape(String token) {
        return token.replace("~1", "/").replace("~0", "~");
    }

    /** A step of a Pact path: {@code .name}, or {@code ['a name']} where the name needs quotes. */
    static String pactStep(String name) {
        return isPlain(name) ? "." + name : "['" + name + "']";
    }

    private static boolean isPlain(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c == '_' || c == '-' || Character.isLetterOrDigit(c));
    }
}
