package dev.wspact.internal.websocket;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Asks the operating system for the addresses of hosts. It may answer late and cannot be interrupted, so each question has
 * a short-lived daemon thread of its own, {@code wspact-resolver-n}.
 */
final class Resolver {
    /** An IPv4 address, or an IPv6 address in its brackets or without. */
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|.*:.*");

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
        if (ADDRESS.matcher(host).matches()) {
            // nobody is asked for an address that stands there
            ask(host, answer);
            return answer;
        }
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
