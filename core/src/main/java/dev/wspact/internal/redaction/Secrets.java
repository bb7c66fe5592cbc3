package dev.wspact.internal.redaction;

import dev.wspact.message.Headers;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds credentials in URLs and texts, and puts {@link #MASK} in their place. Immutable. */
public final class Secrets {
    /** Stands where a secret stood. */
    public static final String MASK = "redacted";

    private static final Set<String> HEADERS = Set.of(
            "authorization",
            "proxy-authorization",
            "cookie",
            "cookie2",
            "set-cookie",
            "set-cookie2",
            "authentication-info",
            "proxy-authentication-info");

    private static final Pattern USER_INFO =
            Pattern.compile("(?<=[A-Za-z][A-Za-z0-9+.-]{1,15}://)[^\\s/?#\"'<>]{1,2000}@");
    private static final Pattern PARAMETER = Pattern.compile("([?&;])([^\\s=&;#?\"'<>]{1,100})=([^\\s&;#\"'<>]+)");
    private static final Pattern SECRET_NAME = Pattern.compile(
            "token|secret|passw|pwd|api-?key|access-?key|credential|session|signature|jwt|ticket|auth(?!or(?!iz)|enticate$)"
                    + "|^key$|^sig$|^sid$|^pass$");
    private static final Pattern HEADER_LINE =
            Pattern.compile("(?i)\\b((?:proxy-)?authorization|set-cookie2?|cookie2?)(\"?\\s*:\\s*)([^\\r\\n]+)");

    private static final Pattern JSON_MEMBER =
            Pattern.compile("\"([^\"\\\\]{1,100})\"(\\s*:\\s*)(\"(?:[^\"\\\\]|\\\\.){0,10000}+\"?|[^\\s,}\\]\"{\\[]+)");

    /** What is secret wherever it stands: by the names of header fields, query parameters and members of JSON. */
    public static final Secrets BUILT_IN = new Secrets(Set.of());

    private final Set<String> names;
    private final Pattern namedLine;

    private Secrets(Set<String> names) {
        this.names = names.stream().map(Secrets::normalized).collect(Collectors.toUnmodifiableSet());
        // not behind a quotation mark, where it is a member of JSON that somebody has to compare
        this.namedLine = Pattern.compile("(?i)(?<![\\w\"-])("
                + names.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")(:\\s+)([^\\r\\n\"]+)");
    }

    /** These names, without case, beside those that are built in. */
    public static Secrets and(Collection<String> names) {
        return names.isEmpty() ? BUILT_IN : new Secrets(Set.copyOf(names));
    }

    /** Whether a header field carries a secret. */
    public boolean isSecretHeader(String name) {
        return HEADERS.contains(name.toLowerCase(Locale.ROOT)) || isSecretName(name);
    }

    /** The URL without user info and without the values of token-like query parameters. */
    public URI masked(URI url) {
        String text = url.toString();
        String masked = maskedUrls(text);
        return masked.equals(text) ? url : URI.create(masked);
    }

    /** A text in which no URL and no header line shows a secret. */
    public String masked(String text) {
        String masked = maskedLines(HEADER_LINE, maskedUrls(text));
        return names.isEmpty() ? masked : maskedLines(namedLine, masked);
    }

    /** The body of a refusal, in which a server may repeat what it was sent, as fields or as members of JSON. */
    public String maskedBody(String text) {
        return JSON_MEMBER
                .matcher(masked(text))
                .replaceAll(member -> Matcher.quoteReplacement(
                        isSecretHeader(member.group(1))
                                ? "\"" + member.group(1) + "\"" + member.group(2) + "\"" + MASK + "\""
                                : member.group()));
    }

    /** Header fields without the values of those that are secret. */
    public Headers masked(Headers headers) {
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.fields()
                .forEach((name, values) -> fields.put(
                        name,
                        values.stream()
                                .map(value -> isSecretHeader(name) ? MASK : masked(value))
                                .toList()));
        return new Headers(fields);
    }

    private static String maskedLines(Pattern lines, String text) {
        return lines.matcher(text).replaceAll(line -> Matcher.quoteReplacement(line.group(1) + line.group(2) + MASK));
    }

    private String maskedUrls(String text) {
        // the look behind costs much at each character, and a message has a million of them
        String anonymous = text.contains("://") ? USER_INFO.matcher(text).replaceAll(MASK + "@") : text;
        return PARAMETER.matcher(anonymous).replaceAll(parameter -> Matcher.quoteReplacement(parameter(parameter)));
    }

    private String parameter(MatchResult parameter) {
        return isSecretName(decoded(parameter.group(2)))
                ? parameter.group(1) + parameter.group(2) + "=" + MASK
                : parameter.group();
    }

    private boolean isSecretName(String name) {
        String normalized = normalized(name);
        return names.contains(normalized) || SECRET_NAME.matcher(normalized).find();
    }

    private static String normalized(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name; // not percent-encoded, so it is what it looks like
        }
    }
}
