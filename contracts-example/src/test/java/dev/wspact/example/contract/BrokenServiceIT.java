package dev.wspact.example.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.Reports;
import dev.wspact.broker.DeploymentAnswer;
import dev.wspact.example.NotificationService;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.VerificationResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ActiveProfiles;

/** A careless release breaks four things; what wspact says about each is in {@code src/test/resources/failures}. */
@SpringBootTest(
        classes = NotificationService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // Heartbeats would come into the texts at random.
        properties = "notifications.heartbeat=1h")
@ActiveProfiles({"provider-states", "broken"})
class BrokenServiceIT {
    @LocalServerPort
    private int port;

    @Test
    void breaks_its_contracts_with_texts_that_say_what_broke_where_and_what_to_do() throws IOException {
        VerificationResult result = ContractVerification.ofServiceAt(port);

        assertThat(result.successful()).isFalse();
        assertThat(result.errored()).isFalse();
        assertThat(result.contracts())
                .extracting(contract -> contract.subject().consumer())
                .containsExactlyInAnyOrder("notification-ui", "digest-mailer");
        for (ContractResult contract : result.contracts()) {
            List<String> text = Reports.console(contract);
            GoldenText.named(contract.subject().consumer() + ".txt").matches(text);
        }
    }

    @Test
    void may_not_be_deployed_where_its_consumers_are(@TempDir Path directory) throws IOException {
        DeploymentAnswer answer = Gate.ask(port, directory);

        assertThat(answer.decision()).isEqualTo(DeploymentAnswer.Decision.NO);
        assertThat(answer.reason())
                .contains(
                        "The verification for the pact between the version of digest-mailer currently in production (c1)",
                        "and version p1 of notification-service failed");
        assertThat(answer.rows())
                .hasSize(2)
                .extracting(DeploymentAnswer.Row::success)
                .containsOnly(false);
    }

    @TestConfiguration
    static class WholeSeconds {
        /** Instants of one length, so that texts that give the length of a message are the same every time. */
        @Bean
        @Primary
        Clock wholeSeconds() {
            return Clock.tickSeconds(ZoneOffset.UTC);
        }
    }
}
