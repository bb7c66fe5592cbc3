package dev.wspact.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * docs/troubleshooting.md, whose texts are those that really appear: below each heading of the third level stands one
 * block fenced as text. {@code -Dgolden.update=true} rewrites the blocks and appends headings that are missing.
 */
final class TroubleshootingPage {
    private static final Path PAGE = Path.of("..", "docs", "troubleshooting.md");
    private static final Pattern ENTRY =
            Pattern.compile("(?ms)^### (?<title>[^\\n]+)\\n(?<prose>.*?)^```text\\n(?<text>.*?)^```\\n");

    private TroubleshootingPage() {}

    /** The texts by heading. */
    static Map<String, String> texts() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        Matcher entry = ENTRY.matcher(Files.readString(PAGE));
        while (entry.find()) {
            texts.put(entry.group("title"), entry.group("text"));
        }
        return texts;
    }

    /** The page shows this text under the heading. */
    static void assertShows(String title, String text) throws IOException {
        String shown = text.endsWith("\n") ? text : text + "\n";
        if (Boolean.getBoolean("golden.update")) {
            update(title, shown);
        }
        assertThat(texts()).as("headings of %s", PAGE).containsKey(title);
        assertThat(shown).as("%s: %s", PAGE, title).isEqualTo(texts().get(title));
    }

    private static void update(String title, String text) throws IOException {
        String page = Files.readString(PAGE);
        Matcher entry = ENTRY.matcher(page);
        while (entry.find()) {
            if (entry.group("title").equals(title)) {
                Files.writeString(
                        PAGE, page.substring(0, entry.start("text")) + text + page.substring(entry.end("text")));
                return;
            }
        }
        Files.writeString(PAGE, page + "\n### " + title + "\n\n```text\n" + text + "```\n");
    }
}
