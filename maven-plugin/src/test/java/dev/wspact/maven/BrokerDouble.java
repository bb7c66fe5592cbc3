package dev.wspact.maven;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands for a broker in the projects under src/it, which start it from their prebuild.groovy: it takes everything, lets
 * everybody go to production and nobody elsewhere, and knows nothing of main branches yet.
 */
public final class BrokerDouble implements AutoCloseable {
    private static final String INDEX =
            """
            {"_links": {
              "pb:publish-contracts": {"href": "BASE/contracts/publish"},
              "pb:pacticipant-version": {"href": "BASE/pacticipants/{pacticipant}/versions/{version}"},
              "pb:pacticipant-version-tag": {"href": "BASE/pacticipants/{pacticipant}/versions/{version}/tags/{tag}"},
              "pb:pacticipant-branch-version": {"href": "BASE/pacticipants/{pacticipant}/branches/{branch}/versions/{version}"},
              "pb:provider-pacts-for-verification": {"href": "BASE/pacts/provider/{provider}/for-verification"},
              "pb:environments": {"href": "BASE/environments"},
              "pb:can-i-deploy-pacticipant-version-to-environment": {"href": "BASE/can-i-deploy?pacticipant={pacticipant}&version={version}&environment={environment}"}
            }}""";
    private static final String VERSION =
            """
            {"_links": {"pb:record-deployment": [{"name": "production", "href": "BASE/deployed"}]}}""";
    private static final String DEPLOYED =
            """
            {"currentlyDeployed": true, "_links": {"self": {"href": "BASE/deployed/1"}},
             "_embedded": {"pacticipant": {"name": "ui"}, "version": {"number": "c1"}}}""";
    private static final String TO_VERIFY =
            """
            {"_embedded": {"pacts": [{"shortDescription": "latest from main branch", "verificationProperties": {},
              "_links": {"self": {"name": "Pact between ui (c1) and feed", "href": "BASE/pact-version/abc"}}}]}}""";
    private static final String LINKS =
            """
            , "_links": {"pb:publish-verification-results": {"href": "BASE/results"}}}""";
    private static final String PUBLISHED =
            """
            {"_embedded": {"version": {"number": "c1"}}, "_links": {},
             "notices": [{"type": "success", "text": "Pact successfully published for ui version c1 and provider feed."}]}""";

    private final String pact;
    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** Starts on a port that is free, with one pact of ui with feed. */
    public BrokerDouble(String pact) throws IOException {
        this.pact = pact;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where it is. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What came, each as method and target, with the credentials behind it. */
    public List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        requests.add(line + " " + exchange.getRequestHeaders().getFirst("Authorization"));
        String document = line.equals("POST /results")
                ? "{\"success\": " + sent.contains("\"success\":true,\"providerApplicationVersion\"") + "}"
                : document(line);
        byte[] body = document.replace("BASE", url()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/hal+json;charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private String document(String line) {
        if (line.startsWith("GET /can-i-deploy")) {
            return line.endsWith("=production") ? matrix("true", "true") : matrix("false", "false");
        }
        if (line.startsWith("GET /matrix")) {
            return matrix("null", "null");
        }
        return switch (line) {
            case "GET /" -> INDEX;
            case "POST /contracts/publish" -> PUBLISHED;
            case "POST /environments" -> "{\"name\": \"production\"}";
            case "POST /pacts/provider/feed/for-verification" -> TO_VERIFY;
            case "GET /pact-version/abc" -> pact.substring(0, pact.lastIndexOf('}')) + LINKS;
            case "POST /deployed" -> DEPLOYED;
            case "GET /pacticipants/ui/versions/c1" -> VERSION;
            default -> "{}";
        };
    }

    private static String matrix(String deployable, String success) {
        String result = success.equals("null") ? "null" : "{\"success\": " + success + "}";
        return """
                {"summary": {"deployable": %s, "reason": "because of %s", "success": 0, "failed": 0, "unknown": 0},
                 "matrix": [{"consumer": {"name": "ui", "version": {"number": "c1"}},
                             "provider": {"name": "feed", "version": {"number": "p1"}},
                             "verificationResult": %s}]}"""
                .formatted(deployable, success, result);
    }
}
