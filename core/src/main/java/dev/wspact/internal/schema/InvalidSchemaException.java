package dev.wspact.internal.schema;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A JSON Schema that is not one: it breaks its meta-schema, or a reference or pattern in it leads nowhere. */
public final class InvalidSchemaException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String remedy;
    private final transient @Nullable Path file;

    /**
     * A problem at a place in the schema.
     *
     * @param pointer JSON Pointer into the schema
     * @param problem what is wrong there, without a final full stop
     * @param remedy what to do about it, without a final full stop
     */
    public InvalidSchemaException(String pointer, String problem, String remedy) {
        this(pointer, problem, remedy, null);
    }

    private InvalidSchemaException(String pointer, String problem, String remedy, @Nullable Path file) {
        super(problem);
        this.pointer = pointer;
        this.remedy = remedy;
        this.file = file;
    }

    /** The same problem, in this file unless it already has one. */
    InvalidSchemaException in(Path where) {
        return file != null ? this : new InvalidSchemaException(pointer, problem(), remedy, where);
    }

    /** The file that the schema was read from; null if it is not known here. */
    public @Nullable Path file() {
        return file;
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
