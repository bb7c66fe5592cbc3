package dev.wspact.internal.embeddedbroker.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.wspact.internal.embeddedbroker.store.Store;
import dev.wspact.internal.embeddedbroker.store.StoreBusyException;
import dev.wspact.internal.embeddedbroker.store.StoreException;
import dev.wspact.internal.time.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Serves routes over a store on a port of the loopback interface. */
public final class WebServer implements AutoCloseable {
    /** The real broker takes contracts of any size; ours must not fill the heap. */
    private static final int MAX_BODY_BYTES = 32 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(10);
    private static final String OPEN_TO_ALL = "/diagnostic/status/heartbeat";

    private final HttpServer server;
    private final ServerThreads threads;
    private final Routes routes;
    private final Store store;
    private final RequestGate gate;
    private final Phaser requests = new Phaser(1);

    private WebServer(HttpServer server, Routes routes, Store store, RequestGate gate) {
        this.server = server;
        this.threads = new ServerThreads(PATIENCE);
        this.routes = routes;
        this.store = store;
        this.gate = gate;
    }

    /**
     * Starts to serve.
     *
     * @param port 0 for any free one
     * @param credentials what each request must bring; null for none
     * @throws IOException if the port cannot be opened
     */
    public static WebServer start(Routes routes, Store store, int port, @Nullable Credentials credentials)
            throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
        WebServer broker = new WebServer(server, routes, store, new RequestGate(credentials));
        server.createContext("/", broker::handle);
        server.setExecutor(broker.threads);
        server.start();
        return broker;
    }

    /** Where it listens. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.register();
        try (exchange) {
            send(exchange, answer(exchange));
        } finally {
            requests.arriveAndDeregister();
        }
    }

    private Answer answer(HttpExchange exchange) {
        try {
            return routed(exchange);
        } catch (RefusedException e) {
            return e.answer();
        } catch (StoreBusyException e) {
            return Answer.error(503, String.valueOf(e.getMessage())).with("Retry-After", "1");
        } catch (StoreException e) {
            return Answer.error(500, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // a fault of ours, of which the client must hear: the JDK's server would only drop the connection
            return Answer.error(500, "The embedded broker failed: " + e);
        } finally {
            threads.readingTime().restart();
        }
    }

    private Answer routed(HttpExchange exchange) {
        String host = gate.host(exchange);
        URI uri = exchange.getRequestURI();
        String path = uri.getRawPath();
        if (!path.equals(OPEN_TO_ALL)) {
            gate.authenticate(exchange);
        }
        String method = exchange.getRequestMethod();
        Routes.Found route = routes.find(method.equals("HEAD") ? "GET" : method, path, contentType(exchange));
        gate.negotiate(exchange);
        byte[] body = body(exchange);
        threads.readingTime().stop();
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        Request request = Request.of(
                new Request.Received(method, path, query, headers(exchange), () -> body, host), route.variables());
        return store.inTransaction(
                Deadline.after(PATIENCE), tables -> route.handler().answer(request, tables));
    }

    private static String contentType(HttpExchange exchange) {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        return headers;
    }

    private static byte[] body(HttpExchange exchange) {
        try {
            InputStream body = exchange.getRequestBody();
            byte[] bytes = body.readNBytes(MAX_BODY_BYTES + 1);
            if (bytes.length > MAX_BODY_BYTES) {
                readToTheEnd(body);
                throw new RefusedException(Answer.error(
                        413, "The embedded broker reads bodies of at most " + (MAX_BODY_BYTES >> 20) + " MiB."));
            }
            return bytes;
        } catch (IOException e) {
            throw new RefusedException(Answer.error(408, "The request did not arrive whole: " + e.getMessage()));
        }
    }

    /** A client reads an answer only after it has sent everything; one that never ends is cut off. */
    private static void readToTheEnd(InputStream body) throws IOException {
        byte[] buffer = new byte[1 << 16];
        int left = MAX_BODY_BYTES;
        for (int read = body.read(buffer); read >= 0 && left > 0; read = body.read(buffer)) {
            left -= read;
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("X-Pact-Broker-Version", "2.120.0");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        byte[] body = answer.bytes();
        boolean isBodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), isBodiless ? -1 : body.length);
        if (!isBodiless) {
            exchange.getResponseBody().write(body);
        }
    }

    /** Waits for the answers that are under way, then closes the port. */
    @Override
    public void close() {
        try {
            requests.awaitAdvanceInterruptibly(requests.arrive(), LAST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            // a client that does not read its answer must not keep the broker open
            requests.forceTermination();
        }
        server.stop(0);
        threads.close();
    }
}
