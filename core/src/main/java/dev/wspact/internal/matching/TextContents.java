package dev.wspact.internal.matching;

import dev.wspact.contract.Contents;
import dev.wspact.internal.json.ReceivedPayload;
import dev.wspact.internal.regex.BoundedPattern;
import dev.wspact.internal.time.Deadline;
import dev.wspact.message.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text contents, compared as a whole: equal to the example, or as the rules at {@code $} say. */
final class TextContents implements ContentMatcher {
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);

    private final Charset charset;
    private final String example;
    private final RuleSet.@Nullable Group rules;

    TextContents(Contents example, RuleSet rules) throws UnjudgeableException {
        this.charset = charset(example.contentType());
        this.example = text(example.payload());
        this.rules = WholeContents.rules(rules, example, TextContents::isForText);
    }

    private static boolean isForText(Rule rule) {
        return !rule.isAboutContainers() && !(rule instanceof Rule.Sized) && !(rule instanceof Rule.IgnoreOrder);
    }

    @Override
    public List<Difference> differences(ReceivedPayload message, Deadline deadline) throws UnjudgeableException {
        String text = text(message.payload());
        if (rules == null) {
            return text.equals(example) ? List.of() : List.of(difference("equality", Words.quoted(example), text));
        }
        List<Difference> differences = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            if (!SingleValues.obeys(multiline(rule), example, text, deadline)) {
                differences.add(difference(rule.name(), RuleWords.expected(rule, example), text));
            }
        }
        return rules.anyOf() && differences.size() < rules.rules().size() ? List.of() : differences;
    }

    /** As pact-jvm has it: in whole texts a dot matches line ends too. */
    private static Rule multiline(Rule rule) {
        return rule instanceof Rule.Regex regex
                ? new Rule.Regex(BoundedPattern.compile("(?ms)" + regex.pattern()))
                : rule;
    }

    private static Difference difference(String rule, String expected, String text) {
        return new Difference("$", rule, expected, Words.quoted(text));
    }

    private String text(Payload payload) throws UnjudgeableException {
        if (payload instanceof Payload.Text text) {
            return text.value();
        }
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(payload.toBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnjudgeableException(
                    "not checkable: the bytes are not text in " + charset + ": " + Words.bytes(payload.toBytes()),
                    "name the charset in the content type, or declare the contents as application/octet-stream");
        }
    }

    private static Charset charset(String contentType) throws UnjudgeableException {
        Matcher matcher = CHARSET.matcher(contentType);
        if (!matcher.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(matcher.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnjudgeableException(
                    "not checkable: the charset of " + contentType + " is unknown",
                    "use utf-8, or one that the JDK knows");
        }
    }
}
