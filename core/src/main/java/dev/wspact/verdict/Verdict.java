package dev.wspact.verdict;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Outcome of verifying one interaction. {@link Failed} and {@link NotSeen} blame the provider; {@link Errored} blames
 * nobody yet.
 */
public sealed interface Verdict {
    /** The provider honours the interaction. */
    Passed PASSED = new Passed();

    /** The word for this verdict in result files. */
    String word();

    /** Calls the visitor's method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** The provider honours the interaction. */
    record Passed() implements Verdict {
        @Override
        public String word() {
            return "passed";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.passed(this);
        }
    }

    /**
     * The provider answered, and the answer breaks the contract.
     *
     * @param mismatches why, at least one; the closest message first
     * @param omitted how many more there were
     */
    record Failed(List<Mismatch> mismatches, long omitted) implements Verdict {
        /** Copies the list, which must not be empty. */
        public Failed {
            mismatches = List.copyOf(mismatches);
            if (mismatches.isEmpty()) {
                throw new IllegalArgumentException("mismatches is empty, but a failure needs a reason");
            }
        }

        @Override
        public String word() {
            return "failed";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.failed(this);
        }
    }

    /**
     * What the interaction relies on did not arrive in time.
     *
     * @param expected what was awaited, in words
     * @param waited how long
     * @param instead what arrived instead, counted by type
     * @param remedy what to do about it
     */
    record NotSeen(String expected, Duration waited, List<Arrival> instead, String remedy) implements Verdict {
        /** Copies the list. */
        public NotSeen {
            Objects.requireNonNull(expected, "expected");
            Objects.requireNonNull(waited, "waited");
            instead = List.copyOf(instead);
            Objects.requireNonNull(remedy, "remedy");
        }

        @Override
        public String word() {
            return "not-seen";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.notSeen(this);
        }
    }

    /**
     * The interaction could not be judged, for instance because nothing listened at the URL.
     *
     * @param problem what happened
     * @param remedy what to do about it
     */
    record Errored(String problem, String remedy) implements Verdict {
        /** Rejects missing parts. */
        public Errored {
            Objects.requireNonNull(problem, "problem");
            Objects.requireNonNull(remedy, "remedy");
        }

        @Override
        public String word() {
            return "errored";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.errored(this);
        }
    }

    /**
     * A break, or something that could not be judged, that does not fail the build, because the interaction is new for this
     * provider (Pact calls it pending). What is underneath {@link Errored} is not published either.
     *
     * @param underneath the verdict that would stand otherwise
     */
    record Pending(Verdict underneath) implements Verdict {
        /** Rejects a pending verdict of a pending verdict. */
        public Pending {
            Objects.requireNonNull(underneath, "underneath");
            if (underneath instanceof Pending) {
                throw new IllegalArgumentException("a pending verdict cannot be pending once more");
            }
        }

        @Override
        public String word() {
            return "pending";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pending(this);
        }
    }

    /**
     * One method per kind of verdict; a new kind breaks every place that must handle it.
     *
     * @param <R> what the visitor returns
     */
    interface Visitor<R> {
        /** The provider honours the interaction. */
        R passed(Passed passed);

        /** The provider breaks it. */
        R failed(Failed failed);

        /** What it relies on did not arrive. */
        R notSeen(NotSeen notSeen);

        /** It could not be judged. */
        R errored(Errored errored);

        /** It is new for this provider. */
        R pending(Pending pending);
    }
}
