package dev.wspact.internal.websocket;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks the operating system for the addresses of hosts. It may answer late and cannot be interrupted, so each question has
 * a short-lived daemon thread of its own, {@code wspact-resolver-n}.
 */
final class Resolver {
    private final AtomicInteger questions = new AtomicInteger();

    /** All addresses of a host, in the order in which to try them. */
    CompletableFuture<List<InetAddress>> addresses(String host) {
        CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
        Thread thread = new Thread(() -> ask(host, answer), "wspact-resolver-" + questions.incrementAndGet());
        thread.setDaemon(true);
        thread.start();
        return answer;
    }

    private static void ask(String host, CompletableFuture<List<InetAddress>> answer) {
        try {
            answer.complete(List.of(InetAddress.getAllByName(host)));
        } catch (IOException e) {
            answer.completeExceptionally(e);
        }
    }
}
