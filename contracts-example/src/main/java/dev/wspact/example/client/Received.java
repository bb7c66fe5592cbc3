package dev.wspact.example.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A notification, as far as the UI reads it.
 *
 * @param id its id
 * @param seq its number in the topic
 * @param title one line for a human
 * @param priority 1 is the highest
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Received(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) long seq,
        @JsonProperty(required = true) String title,
        @JsonProperty(required = true) int priority) {}
