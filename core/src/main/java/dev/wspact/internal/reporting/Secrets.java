package dev.wspact.internal.reporting;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds credentials in URLs and texts, and puts {@link #MASK} in their place. */
final class Secrets {
    /** Stands where a secret stood. */
    static final String MASK = "redacted";

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

    private Secrets() {}

    /** Whether a header field carries a secret. */
    static boolean isSecretHeader(String name) {
        return HEADERS.contains(name.toLowerCase(Locale.ROOT)) || isSecretName(name);
    }

    /** The URL without user info and without the values of token-like query parameters. */
    static URI masked(URI url) {
        String text = url.toString();
        String masked = maskedUrls(text);
        return masked.equals(text) ? url : URI.create(masked);
    }

    /** A text in which no URL and no header line shows a secret. */
    static String masked(String text) {
        return HEADER_LINE
                .matcher(maskedUrls(text))
                .replaceAll(line -> Matcher.quoteReplacement(line.group(1) + line.group(2) + MASK));
    }

    /** The body of a refusal, in which a server may repeat what it was sent, as fields or as members of JSON. */
    static String maskedBody(String text) {
        return JSON_MEMBER
                .matcher(masked(text))
                .replaceAll(member -> Matcher.quoteReplacement(
                        isSecretHeader(member.group(1))
                                ? "\"" + member.group(1) + "\"" + member.group(2) + "\"" + MASK + "\""
                                : member.group()));
    }

    private static String maskedUrls(String text) {
        String anonymous = USER_INFO.matcher(text).replaceAll(MASK + "@");
        return PARAMETER.matcher(anonymous).replaceAll(parameter -> Matcher.quoteReplacement(parameter(parameter)));
    }

    private static String parameter(MatchResult parameter) {
        return isSecretName(decoded(parameter.group(2)))
                ? parameter.group(1) + parameter.group(2) + "=" + MASK
                : parameter.group();
    }

    private static boolean isSecretName(String name) {
        return SECRET_NAME
                .matcher(name.toLowerCase(Locale.ROOT).replace('_', '-'))
                .find();
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name; // not percent-encoded, so it is what it looks like
        }
    }
}
