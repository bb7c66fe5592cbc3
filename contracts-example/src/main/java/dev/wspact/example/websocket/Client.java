package dev.wspact.example.websocket;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.SessionLimitExceededException;

/** One connected client, until its token expires. May be used by several threads; what they send arrives in one order. */
final class Client {
    private static final Logger LOG = LoggerFactory.getLogger(Client.class);
    private static final CloseStatus TOKEN_EXPIRED = new CloseStatus(4001, "token expired");
    private static final int SEND_TIME_LIMIT_MILLIS = 5_000;
    private static final int BUFFER_LIMIT_BYTES = 256 * 1024;

    private final WebSocketSession session;
    private final ObjectMapper json;
    private final ScheduledFuture<?> expiry;

    Client(WebSocketSession session, ObjectMapper json, TaskScheduler scheduler, Instant expires) {
        this.session = new ConcurrentWebSocketSessionDecorator(session, SEND_TIME_LIMIT_MILLIS, BUFFER_LIMIT_BYTES);
        this.json = json;
        this.expiry = scheduler.schedule(() -> close(TOKEN_EXPIRED), expires);
    }

    /** Sends a message. A client that does not keep up is disconnected, so that it never holds up the others. */
    void send(ServerMessage message) {
        try {
            session.sendMessage(new TextMessage(json.writeValueAsString(message)));
        } catch (SessionLimitExceededException tooSlow) {
            close(tooSlow.getStatus());
        } catch (IOException | IllegalStateException gone) {
            // Tomcat throws the latter if the session closes at this very moment
            LOG.debug("Client {} is gone", session.getId(), gone);
        }
    }

    boolean isOpen() {
        return session.isOpen();
    }

    /** Must be called once the session is closed. */
    void gone() {
        expiry.cancel(false);
    }

    private void close(CloseStatus status) {
        try {
            session.close(status);
        } catch (IOException gone) {
            LOG.debug("Client {} is gone", session.getId(), gone);
        }
    }
}
