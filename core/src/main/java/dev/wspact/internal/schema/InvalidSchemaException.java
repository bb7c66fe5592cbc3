package dev.wspact.internal.schema;

/** A JSON Schema that is not one: it breaks its meta-schema, or a reference or pattern in it leads nowhere. */
public final class InvalidSchemaException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String remedy;

    /**
     * A problem at a place in the schema.
     *
     * @param pointer JSON Pointer into the schema
     * @param problem what is wrong there, without a final full stop
     * @param remedy what to do about it, without a final full stop
     */
    public InvalidSchemaException(String pointer, String problem, String remedy) {
        super(problem);
        this.pointer = pointer;
        this.remedy = remedy;
    }

    /** JSON Pointer into the schema. */
    public String pointer() {
        return pointer;
    }

    /** What is wrong there. */
    public String problem() {
        return String.valueOf(getMessage());
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
