package dev.wspact.internal.reporting.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The style sheet of the report, which stands in wspact's own jar; nothing else can be one. */
final class StyleSheet {
    private final String text;

    private StyleSheet(String text) {
        if (text.contains("<")) {
            throw new IllegalStateException("report.css would end the style element early");
        }
        this.text = text;
    }

    static StyleSheet load() {
        try (InputStream in = StyleSheet.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is missing in the jar of wspact-core");
            }
            return new StyleSheet(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\r\n", "\n")
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException("report.css cannot be read from the jar of wspact-core", e);
        }
    }

    String text() {
        return text;
    }

    /** As a content security policy names it. */
    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime lacks SHA-256, which every runtime must have", e);
        }
    }
}
