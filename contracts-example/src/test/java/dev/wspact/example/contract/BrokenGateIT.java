package dev.wspact.example.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.broker.DeploymentAnswer;
import dev.wspact.example.NotificationService;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** A careless release must not reach its consumers. Has a service of its own, which counts its notifications from 1. */
@SpringBootTest(
        classes = NotificationService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "notifications.heartbeat=2h")
@ActiveProfiles({"provider-states", "broken"})
class BrokenGateIT {
    @LocalServerPort
    private int port;

    @Test
    void the_gate_says_no_and_why(@TempDir Path directory) throws IOException {
        DeploymentAnswer answer = Gate.ask(port, directory);

        assertThat(answer.decision()).isEqualTo(DeploymentAnswer.Decision.NO);
        assertThat(answer.reason())
                .contains("currently in production (c1) and version p1 of notification-service failed");
        assertThat(answer.rows())
                .hasSize(2)
                .extracting(DeploymentAnswer.Row::success)
                .containsOnly(false);
    }
}
