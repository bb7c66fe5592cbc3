package dev.wspact.example.websocket;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a client may send. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClientMessage.Subscribe.class, name = "subscribe"),
    @JsonSubTypes.Type(value = ClientMessage.Ping.class, name = "ping")
})
sealed interface ClientMessage {
    /** The client wants the notifications of a topic. */
    record Subscribe(@JsonProperty(required = true) String topic) implements ClientMessage {}

    /** The client asks whether the service is still there. */
    record Ping(@JsonProperty(required = true) long id) implements ClientMessage {}
}
