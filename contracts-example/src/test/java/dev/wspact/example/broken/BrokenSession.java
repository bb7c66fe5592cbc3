package dev.wspact.example.broken;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketSessionDecorator;

/**
 * Writes the priority as a string, calls the title a headline, never answers a ping, and closes with 1000 whatever the
 * reason.
 */
final class BrokenSession extends WebSocketSessionDecorator {
    private final ObjectMapper json;

    BrokenSession(WebSocketSession session, ObjectMapper json) {
        super(session);
        this.json = json;
    }

    @Override
    public void sendMessage(WebSocketMessage<?> message) throws IOException {
        ObjectNode object = (ObjectNode) json.readTree((String) message.getPayload());
        switch (object.path("type").textValue()) {
            case "notification" -> super.sendMessage(broken(object));
            case "pong" -> {
                // Dropped.
            }
            default -> super.sendMessage(message);
        }
    }

    @Override
    public void close(CloseStatus status) throws IOException {
        super.close(CloseStatus.NORMAL);
    }

    private static TextMessage broken(ObjectNode notification) {
        notification.put("priority", notification.path("priority").asText());
        notification.set("headline", notification.remove("title"));
        return new TextMessage(notification.toString());
    }
}
