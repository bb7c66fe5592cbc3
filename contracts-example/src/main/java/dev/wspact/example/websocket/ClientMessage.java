package dev.wspact.example.websocket;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What a client may send. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClientMessage.Subscribe.class, name = "subscribe"),
    @JsonSubTypes.Type(value = ClientMessage.Ping.class, name = "ping")
})
sealed interface ClientMessage {
    /**
     * The client wants the notifications of a topic.
     *
     * @param after the number of the last one that it has, so that it gets what it missed; null for new ones only
     */
    record Subscribe(@JsonProperty(required = true) String topic, @Nullable Long after) implements ClientMessage {}

    /** The client asks whether the service is still there. */
    record Ping(@JsonProperty(required = true) long id) implements ClientMessage {}
}
