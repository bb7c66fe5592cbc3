package dev.wspact.example.websocket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wspact.example.token.Token;
import java.util.List;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** Speaks subprotocol {@code v1.notify}: clients subscribe to topics, and are disconnected when their token expires. */
@Component
class NotificationSocket extends TextWebSocketHandler implements SubProtocolCapable {
    private static final ServerMessage WHAT_TO_SEND = new ServerMessage.Rejected(
            "expected {\"type\": \"subscribe\", \"topic\": …} or {\"type\": \"ping\", \"id\": …}");

    private final Clients clients;
    private final NotificationFeed feed;
    private final TaskScheduler scheduler;
    private final ObjectMapper json;

    NotificationSocket(Clients clients, NotificationFeed feed, TaskScheduler scheduler, ObjectMapper json) {
        this.clients = clients;
        this.feed = feed;
        this.scheduler = scheduler;
        this.json = json;
    }

    @Override
    public List<String> getSubProtocols() {
        return List.of("v1.notify");
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        Token token = TokenInterceptor.tokenOf(session);
        clients.add(session.getId(), new Client(session, json, scheduler, token.expires()));
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        clients.find(session.getId()).ifPresent(client -> answer(client, message.getPayload()));
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        clients.remove(session.getId()).ifPresent(client -> {
            feed.leave(client);
            client.gone();
        });
    }

    private void answer(Client client, String text) {
        try {
            answer(client, json.readValue(text, ClientMessage.class));
        } catch (JsonProcessingException malformed) {
            client.send(WHAT_TO_SEND);
        }
    }

    private void answer(Client client, ClientMessage message) {
        if (message instanceof ClientMessage.Subscribe subscribe) {
            feed.subscribe(client, subscribe);
            if (!client.isOpen()) {
                // its token expired meanwhile, so that it may have left before it came
                feed.leave(client);
            }
        } else if (message instanceof ClientMessage.Ping ping) {
            client.send(new ServerMessage.Pong(ping.id()));
        }
    }
}
