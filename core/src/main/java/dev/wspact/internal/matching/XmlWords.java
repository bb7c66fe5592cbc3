package dev.wspact.internal.matching;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** XML nodes in words. */
final class XmlWords {
    private XmlWords() {}

    /** What a group of rules asks of a node or text. */
    static String expected(RuleSet.Group group, @Nullable Object example) {
        return group.rules().stream()
                .map(rule -> expected(rule, example))
                .distinct()
                .collect(Collectors.joining(group.anyOf() ? ", or " : ", and "));
    }

    private static String expected(Rule rule, @Nullable Object example) {
        if (rule instanceof Rule.Sized sized) {
            return "an element with " + sized.range();
        }
        return example instanceof Element && rule.name().equals("type")
                ? "an element like " + node(example)
                : RuleWords.expected(rule, text(example));
    }

    /** An element by its tag, anything else by its text. */
    static String node(@Nullable Object node) {
        return node instanceof Element element ? "<" + element.getNodeName() + ">" : Words.quoted(text(node));
    }

    private static String text(@Nullable Object node) {
        return node instanceof Node dom ? String.valueOf(dom.getTextContent()) : String.valueOf(node);
    }
}
