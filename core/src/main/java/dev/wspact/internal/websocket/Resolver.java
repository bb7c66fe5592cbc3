package dev.wspact.internal.websocket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks the operating system for the addresses of hosts. It may answer late and cannot be interrupted, so each question has
 * a short-lived daemon thread of its own, {@code wspact-resolver-n}.
 */
final class Resolver {
    private final AtomicInteger questions = new AtomicInteger();
    private final NameService names;

    /** Asks the operating system. */
    Resolver() {
        this(InetAddress::getAllByName);
    }

    /** Asks somebody else. */
    Resolver(NameService names) {
        this.names = names;
    }

    /** All addresses of a host, in the order in which to try them. */
    CompletableFuture<List<InetAddress>> addresses(String host) {
        CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
        Thread thread = new Thread(() -> ask(host, answer), "wspact-resolver-" + questions.incrementAndGet());
        thread.setDaemon(true);
        thread.start();
        return answer;
    }

    private void ask(String host, CompletableFuture<List<InetAddress>> answer) {
        try {
            answer.complete(List.of(names.addresses(host)));
        } catch (IOException e) {
            answer.completeExceptionally(e);
        }
    }

    /** Who knows the addresses of hosts. */
    @FunctionalInterface
    interface NameService {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }
}
