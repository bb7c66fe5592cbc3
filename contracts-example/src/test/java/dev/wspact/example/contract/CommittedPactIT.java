package dev.wspact.example.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;

/**
 * The pact that the service is verified with is the one that the consumer's tests have just written. It is committed, so
 * that the service can be verified without them. Run with {@code -Dgolden.update=true} to commit another one.
 */
class CommittedPactIT {
    private static final String NAME = "notification-ui-notification-service.json";
    private static final Path WRITTEN = Path.of("target", "pacts", NAME);
    private static final Path COMMITTED = Path.of("src", "contracts", NAME);

    @Test
    void is_what_the_tests_of_the_consumer_have_proven() throws IOException {
        assertThat(WRITTEN)
                .as("what NotificationClientTest writes in phase test")
                .isRegularFile();
        if (Boolean.getBoolean("golden.update")) {
            Files.copy(WRITTEN, COMMITTED, StandardCopyOption.REPLACE_EXISTING);
        }

        assertThat(COMMITTED)
                .as("what the consumer relies on has changed: run with -Dgolden.update=true, after mvn clean if an"
                        + " interaction is gone")
                .hasSameTextualContentAs(WRITTEN);
    }
}
