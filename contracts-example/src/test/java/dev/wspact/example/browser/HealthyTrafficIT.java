package dev.wspact.example.browser;

import dev.wspact.example.NotificationService;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** Recordings of the service as it is. */
@Tag("foreign")
@SpringBootTest(
        classes = NotificationService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "notifications.heartbeat=3h")
@ActiveProfiles({"provider-states"})
class HealthyTrafficIT extends RecordedTraffic {
    @Override
    boolean pongs() {
        return true;
    }
}
