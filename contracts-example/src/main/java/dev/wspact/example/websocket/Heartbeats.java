package dev.wspact.example.websocket;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Shows every client now and then that the service is still there. */
@Component
class Heartbeats {
    private final Clients clients;
    private final Clock clock;

    Heartbeats(Clients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    @Scheduled(fixedRateString = "${notifications.heartbeat}")
    void beat() {
        clients.all().forEach(client -> client.send(new ServerMessage.Heartbeat(clock.instant())));
    }
}
