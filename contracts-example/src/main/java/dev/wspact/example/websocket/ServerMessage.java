package dev.wspact.example.websocket;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** What the service sends. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ServerMessage.Ack.class, name = "ack"),
    @JsonSubTypes.Type(value = ServerMessage.Push.class, name = "notification"),
    @JsonSubTypes.Type(value = ServerMessage.Pong.class, name = "pong"),
    @JsonSubTypes.Type(value = ServerMessage.Heartbeat.class, name = "heartbeat"),
    @JsonSubTypes.Type(value = ServerMessage.Rejected.class, name = "error")
})
sealed interface ServerMessage {
    /** The client is subscribed from now on. */
    record Ack(String topic) implements ServerMessage {}

    /** A notification; {@code seq} counts those of its topic, from 1 on and without a gap. */
    record Push(String id, long seq, String topic, String title, int priority, Instant sentAt)
            implements ServerMessage {}

    /** The answer to a ping. */
    record Pong(long id) implements ServerMessage {}

    /** The service is still there. */
    record Heartbeat(Instant at) implements ServerMessage {}

    /** What the client sent makes no sense. */
    record Rejected(String message) implements ServerMessage {}
}
