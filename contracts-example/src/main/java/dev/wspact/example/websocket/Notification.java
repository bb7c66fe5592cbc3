package dev.wspact.example.websocket;

/**
 * Something that subscribers want to know.
 *
 * @param id its id, unique in this service
 * @param topic what it is about
 * @param title one line for a human
 * @param priority 1 is the highest
 */
public record Notification(String id, String topic, String title, int priority) {}
