package dev.wspact.junit5;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** As much of a Pact Broker as pact-jvm asks for when it verifies one pact; keeps what is sent to it. */
final class FakeBroker implements AutoCloseable {
    private static final String PACT = "/pacts/provider/notification-service/consumer/notification-ui/version/1";

    private final HttpServer server;
    private final String pact;
    private final boolean pending;
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    /** Serves this pact, a JSON object; its interactions have the ids that the broker gave them. */
    FakeBroker(String pact, boolean pending) {
        this.pact = pact;
        this.pending = pending;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was sent: method, path, body. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            requests.add(exchange.getRequestMethod() + " " + path + (body.isEmpty() ? "" : " " + body));
            byte[] answer = answer(path).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/hal+json");
            exchange.sendResponseHeaders(path.endsWith("/verification-results") ? 201 : 200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private String answer(String path) {
        return switch (path) {
            case "/" ->
                "{\"_links\":{" + link("pb:provider-pacts-for-verification", "/for-verification") + ","
                        + link("pb:provider", "/pacticipants/notification-service") + "}}";
            case "/for-verification" ->
                "{\"_embedded\":{\"pacts\":[{\"shortDescription\":\"latest\",\"verificationProperties\":{\"pending\":"
                        + pending + ",\"notices\":[]},\"_links\":{\"self\":{\"href\":\"" + url() + PACT
                        + "\",\"name\":\"Pact between notification-ui and notification-service\"}}}]},\"_links\":{}}";
            case PACT ->
                pact.strip().replaceFirst("}$", "")
                        + ",\"_links\":{" + link("pb:publish-verification-results", PACT + "/verification-results")
                        + ","
                        + link("pb:provider", "/pacticipants/notification-service") + "}}";
            case "/pacticipants/notification-service" ->
                "{\"_links\":{"
                        + link(
                                "pb:branch-version",
                                "/pacticipants/notification-service/branches/{branch}/versions/{version}")
                        + ","
                        + link("pb:version-tag", "/pacticipants/notification-service/versions/{version}/tags/{tag}")
                        + "," + link("self", "/pacticipants/notification-service") + "}}";
            default -> "{}";
        };
    }

    private String link(String relation, String path) {
        return "\"" + relation + "\":{\"href\":\"" + url() + path + "\",\"templated\":" + path.contains("{") + "}";
    }
}
