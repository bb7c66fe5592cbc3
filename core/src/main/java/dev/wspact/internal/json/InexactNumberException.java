package dev.wspact.internal.json;

/** A number that other tools would change when they rewrite the text it stands in. */
public final class InexactNumberException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String number;

    InexactNumberException(String pointer, String number) {
        super("the number " + number + " at " + pointer + " would be changed");
        this.pointer = pointer;
        this.number = number;
    }

    /** The same, seen from the value around it. */
    InexactNumberException below(String name) {
        return new InexactNumberException("/" + name.replace("~", "~0").replace("/", "~1") + pointer, number);
    }

    /** JSON Pointer to the number. */
    public String pointer() {
        return pointer;
    }

    /** The number as it is written. */
    public String number() {
        return number;
    }
}
