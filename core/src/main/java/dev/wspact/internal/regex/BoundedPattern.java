package dev.wspact.internal.regex;

import dev.wspact.internal.time.Deadline;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression that ends by a deadline on every input. Immutable.
 *
 * <p>The JDK's matcher backtracks and cannot be interrupted, but it asks its input for every character: the input looks
 * at the clock now and then and gives up.
 */
public final class BoundedPattern {
    private final Pattern pattern;
    private final String original;

    private BoundedPattern(Pattern pattern, String original) {
        this.pattern = pattern;
        this.original = original;
    }

    /**
     * A pattern in the JDK's syntax, as Pact's {@code regex} rule has it.
     *
     * @throws java.util.regex.PatternSyntaxException if it is not one
     */
    public static BoundedPattern compile(String regex) {
        return new BoundedPattern(Pattern.compile(regex), regex);
    }

    /**
     * A pattern in ECMAScript's syntax, as JSON Schema has it, with ECMAScript's meaning as far as the JDK allows
     * (docs/contract-format.md says where it does not).
     *
     * @throws java.util.regex.PatternSyntaxException if it is not one
     */
    public static BoundedPattern ecmaScript(String regex) {
        return new BoundedPattern(Pattern.compile(EcmaScriptSyntax.toJdk(regex)), regex);
    }

    /**
     * Whether the whole text matches.
     *
     * @throws PatternTooSlowException if that is not known by the deadline
     */
    public boolean matches(CharSequence text, Deadline deadline) {
        return bounded(() -> matcher(text, deadline).matches());
    }

    /**
     * Whether some part of the text matches.
     *
     * @throws PatternTooSlowException if that is not known by the deadline
     */
    public boolean find(CharSequence text, Deadline deadline) {
        return bounded(() -> matcher(text, deadline).find());
    }

    private Matcher matcher(CharSequence text, Deadline deadline) {
        return pattern.matcher(new BoundedText(text, deadline, original));
    }

    private boolean bounded(BooleanSupplier match) {
        try {
            return match.getAsBoolean();
        } catch (StackOverflowError e) {
            // the JDK recurses once for each repetition of a group, so a long text can exhaust the stack
            throw PatternTooSlowException.tooDeep(original);
        }
    }

    /** The pattern as the contract has it. */
    @Override
    public String toString() {
        return original;
    }

    /** A text that refuses to be read once the deadline has passed. */
    private static final class BoundedText implements CharSequence {
        private static final int READS_BETWEEN_LOOKS = 1 << 12;

        private final CharSequence text;
        private final Deadline deadline;
        private final String pattern;
        private int reads;

        BoundedText(CharSequence text, Deadline deadline, String pattern) {
            this.text = text;
            this.deadline = deadline;
            this.pattern = pattern;
        }

        @Override
        public char charAt(int index) {
            reads++;
            if (reads % READS_BETWEEN_LOOKS == 0 && deadline.hasPassed()) {
                throw new PatternTooSlowException(pattern);
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
