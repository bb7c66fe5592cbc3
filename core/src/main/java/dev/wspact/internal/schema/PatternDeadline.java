package dev.wspact.internal.schema;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import dev.wspact.internal.regex.BoundedPattern;
import dev.wspact.internal.time.Deadline;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings the deadline of a validation to the patterns of its schema, past the validator, which has no place for one.
 * Each thread has its own, so that one schema can judge on several threads at once.
 */
final class PatternDeadline implements RegularExpressionFactory {
    // one for each schema, and emptied after each validation, so that nothing is held for longer
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Deadline> current = new ThreadLocal<>();

    private volatile boolean used;

    @Override
    public RegularExpression getRegularExpression(String regex) {
        used = true;
        BoundedPattern pattern = BoundedPattern.ecmaScript(regex);
        return text -> {
            Deadline deadline = current.get();
            if (deadline == null) {
                throw new IllegalStateException("a pattern is run outside of a validation");
            }
            return pattern.find(text, deadline);
        };
    }

    /** Runs a validation whose patterns end by the deadline. */
    <T> T during(Deadline deadline, Supplier<T> validation) {
        if (!used) {
            return validation.get();
        }
        current.set(deadline);
        try {
            return validation.get();
        } finally {
            current.remove();
        }
    }
}
