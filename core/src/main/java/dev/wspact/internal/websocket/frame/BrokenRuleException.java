package dev.wspact.internal.websocket.frame;

/** A rule is broken, found where nobody knows which frame it is; {@link MessageReader} adds that. */
final class BrokenRuleException extends Exception {
    private static final long serialVersionUID = 1;

    private final Rule rule;
    private final String how;

    BrokenRuleException(Rule rule, String how) {
        super(how, null, false, false);
        this.rule = rule;
        this.how = how;
    }

    Rule rule() {
        return rule;
    }

    String how() {
        return how;
    }
}
