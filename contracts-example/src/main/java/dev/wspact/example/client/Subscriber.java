package dev.wspact.example.client;

/** Told what becomes of a subscription, by one thread. */
public interface Subscriber {
    /** The service sends from now on; told once more after each reconnect. */
    default void subscribed() {}

    /** A notification has come; each one once, in the order of their numbers. */
    void received(Received notification);

    /** The client has given up: nothing comes any more, and it does not connect again. */
    void ended(String reason);
}
