package dev.wspact.example.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what a client is told. Its methods wait at most thirty seconds. */
final class Inbox implements Subscriber {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final BlockingQueue<Received> notifications = new LinkedBlockingQueue<>();
    private final CompletableFuture<Boolean> subscribed = new CompletableFuture<>();
    private final CompletableFuture<String> ended = new CompletableFuture<>();

    Received next() throws InterruptedException {
        Received next = notifications.poll(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(next).as("a notification").isNotNull();
        return next;
    }

    void awaitSubscribed() {
        assertThat(subscribed).succeedsWithin(LONGEST_WAIT);
    }

    String awaitEnd() {
        assertThat(ended).succeedsWithin(LONGEST_WAIT);
        return ended.join();
    }

    @Override
    public void subscribed() {
        subscribed.complete(true);
    }

    @Override
    public void received(Received notification) {
        notifications.add(notification);
    }

    @Override
    public void ended(String reason) {
        ended.complete(reason);
    }
}
