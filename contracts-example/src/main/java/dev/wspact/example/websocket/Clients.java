package dev.wspact.example.websocket;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The clients that are connected, by the id of their session. */
@Component
final class Clients {
    private final Map<String, Client> connected = new ConcurrentHashMap<>();

    void add(String sessionId, Client client) {
        connected.put(sessionId, client);
    }

    Optional<Client> remove(String sessionId) {
        return Optional.ofNullable(connected.remove(sessionId));
    }

    Optional<Client> find(String sessionId) {
        return Optional.ofNullable(connected.get(sessionId));
    }

    Collection<Client> all() {
        return connected.values();
    }
}
