package dev.wspact.example.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.Reports;
import dev.wspact.broker.DeploymentAnswer;
import dev.wspact.example.NotificationService;
import dev.wspact.message.CapturedFrame;
import dev.wspact.message.Direction;
import dev.wspact.verdict.ContractResult;
import dev.wspact.verdict.InteractionResult;
import dev.wspact.verdict.Verdict;
import dev.wspact.verdict.VerificationResult;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The twin of {@link BrokenServiceIT}: the same contracts, the same way, but nothing is broken. */
@SpringBootTest(
        classes = NotificationService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "notifications.heartbeat=50ms")
@ActiveProfiles("provider-states")
class HealthyServiceIT {
    @LocalServerPort
    private int port;

    @Test
    void honours_every_interaction_of_both_consumers_whatever_else_it_sends() {
        VerificationResult result = ContractVerification.ofServiceAt(port);

        assertThat(result.contracts()).hasSize(2).allSatisfy(contract -> assertThat(contract.interactions())
                .as(() -> String.join("\n", Reports.console(contract)))
                .hasSize(contract.subject().consumer().equals("notification-ui") ? 5 : 4)
                .extracting(InteractionResult::verdict)
                .containsOnly(Verdict.PASSED));
        assertThat(result.successful()).isTrue();
    }

    @Test
    void may_be_deployed_where_its_consumers_are(@TempDir Path directory) throws IOException {
        DeploymentAnswer answer = Gate.ask(port, directory);

        assertThat(answer.deployable()).as(answer.reason()).isTrue();
        assertThat(answer.rows())
                .hasSize(2)
                .extracting(DeploymentAnswer.Row::success)
                .containsOnly(true);
    }

    @Test
    void honours_them_with_compression_too() {
        VerificationResult result = ContractVerification.ofServiceAt(port, options -> options.compression(true));

        assertThat(result.contracts()).hasSize(2).allSatisfy(contract -> assertThat(contract.interactions())
                .as(() -> String.join("\n", Reports.console(contract)))
                .hasSize(contract.subject().consumer().equals("notification-ui") ? 5 : 4)
                .extracting(InteractionResult::verdict)
                .containsOnly(Verdict.PASSED));
        assertThat(result.contracts())
                .flatExtracting(ContractResult::connections)
                .flatExtracting(connection -> connection.transcript().frames().kept())
                .filteredOn(frame -> frame.head().compressed())
                .extracting(CapturedFrame::direction)
                .contains(Direction.SENT, Direction.RECEIVED);
    }
}
