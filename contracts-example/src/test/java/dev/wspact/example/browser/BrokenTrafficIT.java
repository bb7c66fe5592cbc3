package dev.wspact.example.browser;

import dev.wspact.example.NotificationService;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** Recordings of a careless release. */
@Tag("foreign")
@SpringBootTest(
        classes = NotificationService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "notifications.heartbeat=3h")
@ActiveProfiles({"provider-states", "broken"})
class BrokenTrafficIT extends RecordedTraffic {
    @Override
    boolean pongs() {
        return false;
    }
}
