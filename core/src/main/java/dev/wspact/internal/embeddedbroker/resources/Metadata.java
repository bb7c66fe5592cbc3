package dev.wspact.internal.embeddedbroker.resources;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the address of a content carries: why it was selected. An unreadable one says nothing. */
final class Metadata {
    private final List<Map.Entry<String, String>> pairs;

    private Metadata(List<Map.Entry<String, String>> pairs) {
        this.pairs = pairs;
    }

    static Metadata read(@Nullable String segment) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        if (segment != null) {
            for (String pair : decoded(segment).split("&", -1)) {
                String[] parts = pair.split("=", 2);
                if (parts.length == 2) {
                    pairs.add(Map.entry(unescaped(parts[0]), unescaped(parts[1])));
                }
            }
        }
        return new Metadata(pairs);
    }

    private static String decoded(String segment) {
        try {
            return new String(Base64.getUrlDecoder().decode(segment), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String unescaped(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    static String write(String name, String value) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((name + "=" + value).getBytes(StandardCharsets.UTF_8));
    }

    boolean isWorkInProgress() {
        return pairs.contains(Map.entry("w", "true"));
    }

    /** The ids of the consumer versions that were selected. */
    List<Long> consumerVersions() {
        return pairs.stream()
                .filter(pair ->
                        pair.getKey().equals("s[][cv]") && pair.getValue().matches("\\d{1,18}"))
                .map(pair -> Long.valueOf(pair.getValue()))
                .toList();
    }
}
