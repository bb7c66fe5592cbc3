package dev.wspact.internal.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wspact.ContractFiles;
import dev.wspact.MockProvider;
import dev.wspact.contract.Contract;
import dev.wspact.mock.Fault;
import dev.wspact.mock.MockOptions;
import dev.wspact.mock.MockResult;
import dev.wspact.mock.Pushes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs the Java of docs/mock.md, and holds the page to what is run here. */
@Timeout(120)
class DocumentedMockTest {
    private static final Path PAGE = Path.of("..", "docs", "mock.md");
    private static final Path THIS =
            Path.of("src", "test", "java", "dev", "wspact", "internal", "mock", "DocumentedMockTest.java");
    private static final Pattern JAVA = Pattern.compile("(?ms)^```java\\n(.*?)^```");

    private final Contract contract = Feeds.greeting();

    @Test
    void a_proof() throws Exception {
        Path source = Path.of("src/test/resources/mock/greeting.contract.yaml");
        assertThat(ContractFiles.read(source).get(0)).isEqualTo(contract);
        try (MockProvider provider = MockProvider.start(contract)) {
            GreetingClient client = new GreetingClient(provider.getUrl());
            assertEquals("world", client.nextGreeting());
            client.close();

            MockResult result = provider.result();
            assertTrue(result.isProven(), result.text());
        }
    }

    @Test
    void a_push() throws Exception {
        MockOptions options = MockOptions.builder().pushes(Pushes.WHEN_TOLD).build();
        try (MockProvider provider = MockProvider.start(List.of(contract), options)) {
            GreetingClient client = new GreetingClient(provider.getUrl());
            provider.push("a greeting");
            assertEquals("world", client.nextGreeting());
        }
    }

    @Test
    void a_reconnect() throws Exception {
        try (MockProvider provider = MockProvider.start(contract)) {
            provider.inject(new Fault.DropConnection(0));
            GreetingClient client = GreetingClient.reconnecting(provider.getUrl());
            provider.awaitReconnect(Duration.ofSeconds(5));
            assertEquals("world", client.nextGreeting());
        }
    }

    @Test
    void the_page_shows_what_is_run_here() throws Exception {
        String code = Files.readString(THIS).replaceAll("(?m)^\\s+", "");
        Matcher snippets = JAVA.matcher(Files.readString(PAGE));
        int count = 0;
        while (snippets.find()) {
            String snippet = snippets.group(1)
                    .replaceFirst("(?m)^Contract contract = .*\\n", "")
                    .replaceAll("(?m)^\\s+", "");
            assertThat(code).contains(snippet);
            count++;
        }
        assertThat(count).isEqualTo(3);
    }
}
