package dev.wspact.example.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.wspact.ContractFiles;
import dev.wspact.MockProvider;
import dev.wspact.contract.Contract;
import dev.wspact.mock.MockOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The page against a mock that plays its contract: no service is needed to test it. */
@Tag("foreign")
@Timeout(300)
class BadgePageIT {
    private static final Path PAGE = Path.of("src", "main", "resources", "static", "index.html");
    private static final String PUSH = "a notification on a subscribed topic";
    private static final String SUBSCRIPTION = "a subscription";
    private static final String EXPIRY = "an expired session is closed";

    private static Chromium chromium;

    @BeforeAll
    static void launch() {
        chromium = new Chromium();
    }

    @AfterAll
    static void quit() {
        chromium.close();
    }

    @Test
    void counts_what_the_contract_says_is_pushed() {
        try (MockProvider provider = MockProvider.start(contracts(), MockOptions.DEFAULT);
                BrowserContext context = chromium.browser().newContext()) {
            provider.play(PUSH, SUBSCRIPTION);
            Page page = opened(context, provider);

            assertThat(page.locator("#badge")).hasText("1");
            assertThat(page.locator("#titles li")).hasText("Release 1 is out");
            assertThat(page.locator("#state")).hasText("subscribed to news");
            assertThat(provider.connections()).hasSize(1);
            assertThat(provider.result().unexpected()).isEmpty();
        }
    }

    @Test
    void says_that_the_session_has_expired() {
        try (MockProvider provider = MockProvider.start(contracts(), MockOptions.DEFAULT);
                BrowserContext context = chromium.browser().newContext()) {
            provider.play(EXPIRY);
            Page page = opened(context, provider);

            assertThat(page.locator("#state")).hasText("signed out");
        }
    }

    private static Page opened(BrowserContext context, MockProvider provider) {
        Page page = context.newPage();
        page.navigate(PAGE.toUri() + "?service=" + provider.getUrl());
        return page;
    }

    private static List<Contract> contracts() {
        return ContractFiles.read(Path.of("src", "contracts", "notification-ui-notification-service.json"));
    }
}
