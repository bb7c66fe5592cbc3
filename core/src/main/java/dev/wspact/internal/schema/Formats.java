package dev.wspact.internal.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.dialect.DefaultDialectRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.DialectRegistry;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.format.IdnHostnameFormat;
import com.networknt.schema.format.IriFormat;
import com.networknt.schema.format.IriReferenceFormat;
import com.networknt.schema.format.UriFormat;
import com.networknt.schema.format.UriReferenceFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What {@code format} means: the validator's formats, less those that no draft has, with our own in place of some that
 * are wrong, or that take long or exhaust the stack on long texts (JSON Schema Validation 2020-12, section 7.3).
 */
final class Formats {
    /** The validator knows more, such as {@code phone}; to JSON Schema these are unknown, and unknown ones have no effect. */
    private static final Set<String> STANDARD = Set.of(
            "date",
            "date-time",
            "duration",
            "email",
            "hostname",
            "idn-email",
            "idn-hostname",
            "ipv4",
            "ipv6",
            "iri",
            "iri-reference",
            "json-pointer",
            "regex",
            "relative-json-pointer",
            "time",
            "uri",
            "uri-reference",
            "uri-template",
            "uuid");

    // possessive, so that the JDK neither gives back nor recurses, however long the text is
    private static final String POINTER = "(?:/(?:[^/~]|~[01])*+)*+";
    private static final String VARIABLE =
            "(?:\\w|%\\p{XDigit}{2})(?:\\.?(?:\\w|%\\p{XDigit}{2}))*+(?::[1-9]\\d{0,3}|\\*)?";
    private static final String TEMPLATE = "(?:[^\\x00- \"%<>\\\\^`{|}\\x7f-\\x9f]|%\\p{XDigit}{2}|\\{[+#./;?&=,!@|]?"
            + VARIABLE + "(?:," + VARIABLE + ")*+\\})*+";
    /** RFC 3339, appendix A. */
    private static final String TIME_SPAN = "T(?:\\d++H(?:\\d++M(?:\\d++S)?)?|\\d++M(?:\\d++S)?|\\d++S)";

    private static final String DURATION = "P(?:\\d++W|" + TIME_SPAN
            + "|(?:\\d++Y(?:\\d++M(?:\\d++D)?)?|\\d++M(?:\\d++D)?|\\d++D)(?:" + TIME_SPAN + ")?)";

    private static final Format INTERNATIONAL = new IdnHostnameFormat();
    private static final List<Format> OWN = List.of(
            of("date-time", RfcTimes::isDateTime),
            of("time", RfcTimes::isTime),
            of("duration", pattern(DURATION)),
            new Own("hostname", (context, text) -> isHostName(text, context)),
            new Own("idn-hostname", (context, text) -> isInternational(text, context)),
            of("json-pointer", pattern(POINTER)),
            of("relative-json-pointer", pattern("(?:0|[1-9]\\d*+)(?:#|" + POINTER + ")")),
            of("uri-template", pattern(TEMPLATE)),
            withAuthority(new UriFormat()),
            withAuthority(new UriReferenceFormat()),
            withAuthority(new IriFormat()),
            withAuthority(new IriReferenceFormat()));

    private Formats() {}

    /** All drafts, with these formats. */
    static DialectRegistry drafts() {
        List<Dialect> dialects = new ArrayList<>();
        for (Dialect dialect : List.of(
                Dialects.getDraft4(),
                Dialects.getDraft6(),
                Dialects.getDraft7(),
                Dialects.getDraft201909(),
                Dialects.getDraft202012())) {
            dialects.add(Dialect.builder(dialect).formats(Formats::replace).build());
        }
        return new DefaultDialectRegistry(dialects);
    }

    private static void replace(Map<String, Format> formats) {
        formats.keySet().retainAll(STANDARD);
        OWN.forEach(format -> formats.put(format.getName(), format));
    }

    private static Format of(String name, Predicate<String> test) {
        return new Own(name, (context, text) -> test.test(text));
    }

    private static Predicate<String> pattern(String regex) {
        return Pattern.compile(regex).asMatchPredicate();
    }

    private static boolean isHostName(String text, ExecutionContext context) {
        return HostNames.isHostName(text) && (!HostNames.isEncoded(text) || isInternational(text, context));
    }

    private static boolean isInternational(String text, ExecutionContext context) {
        String name = HostNames.inUnicode(text);
        return name != null && INTERNATIONAL.matches(context, name);
    }

    private static Format withAuthority(Format format) {
        return new Own(format.getName(), (context, text) -> Authority.isSoundIn(text) && format.matches(context, text));
    }

    private record Own(String name, BiPredicate<ExecutionContext, String> test) implements Format {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean matches(ExecutionContext context, String text) {
            return test.test(context, text);
        }
    }
}
