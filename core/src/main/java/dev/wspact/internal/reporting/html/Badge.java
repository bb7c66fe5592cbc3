package dev.wspact.internal.reporting.html;

import dev.wspact.verdict.Verdict;

/** A verdict as a word with a sign of its own, so that it can be told without color. */
enum Badge {
    PASSED("passed", "✓", "passed"),
    FAILED("failed", "✕", "failed"),
    NOT_SEEN("failed", "∅", "not seen"),
    ERRORED("errored", "?", "not judged"),
    PENDING("pending", "⋯", "pending"),
    UNCONTRACTED("uncontracted", "▲", "uncontracted");

    private final String style;
    private final String sign;
    private final String word;

    Badge(String style, String sign, String word) {
        this.style = style;
        this.sign = sign;
        this.word = word;
    }

    static Badge of(Verdict verdict) {
        return verdict.accept(new OfVerdict());
    }

    void write(Html html) {
        write(html, word);
    }

    /** The badge with another word. */
    void write(Html html, String words) {
        html.in(Tag.of("span", "badge " + style), () -> {
            html.text(Tag.of("span", Attribute.fixed("aria-hidden", "true")), sign);
            html.text(" " + words);
        });
    }

    private static final class OfVerdict implements Verdict.Visitor<Badge> {
        @Override
        public Badge passed(Verdict.Passed passed) {
            return PASSED;
        }

        @Override
        public Badge failed(Verdict.Failed failed) {
            return FAILED;
        }

        @Override
        public Badge notSeen(Verdict.NotSeen notSeen) {
            return NOT_SEEN;
        }

        @Override
        public Badge errored(Verdict.Errored errored) {
            return ERRORED;
        }

        @Override
        public Badge pending(Verdict.Pending pending) {
            return PENDING;
        }
    }
}
