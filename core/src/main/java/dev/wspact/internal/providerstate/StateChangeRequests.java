package dev.wspact.internal.providerstate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.contract.ProviderState;
import dev.wspact.verification.StateChange;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The requests by which Pact's verifiers change states: a POST of {@code {"state", "params", "action"}}, or of nothing
 * with {@code state}, {@code action} and each parameter in the query. User info of the URL becomes basic authentication.
 */
final class StateChangeRequests {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final StateChange stateChange;
    private final StateChangeRoute route;

    StateChangeRequests(StateChange stateChange, StateChangeRoute route) {
        this.stateChange = stateChange;
        this.route = route;
    }

    /** The request for an action, {@code setup} or {@code teardown}. */
    HttpRequest of(ProviderState state, String action) throws ProviderStateException {
        URI url = stateChange.url();
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!http || url.getHost() == null) {
            throw new ProviderStateException(
                    "the state-change URL \"" + url + "\" is not an HTTP URL",
                    "Write wspact.stateChangeUrl as http://host:port/path, or https:// for TLS");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(target(state, action));
        if (url.getRawUserInfo() != null) {
            request.header("Authorization", basic(url.getRawUserInfo()));
        }
        String toProxy = route.authorization(url);
        if (toProxy != null) {
            request.header("Proxy-Authorization", toProxy);
        }
        return stateChange.inBody()
                ? request.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body(state, action)))
                        .build()
                : request.POST(HttpRequest.BodyPublishers.noBody()).build();
    }

    private URI target(ProviderState state, String action) {
        URI url = stateChange.url();
        StringBuilder target = new StringBuilder(url.getScheme() + "://" + url.getHost());
        if (url.getPort() >= 0) {
            target.append(':').append(url.getPort());
        }
        target.append(url.getRawPath() == null ? "" : url.getRawPath());
        String query = stateChange.inBody() ? url.getRawQuery() : joined(url.getRawQuery(), query(state, action));
        return URI.create(query == null ? target.toString() : target + "?" + query);
    }

    private static String joined(@Nullable String first, String second) {
        return first == null || first.isEmpty() ? second : first + "&" + second;
    }

    private static String query(ProviderState state, String action) {
        StringBuilder query = new StringBuilder("state=" + encoded(state.name()) + "&action=" + action);
        state.params()
                .forEach((name, value) ->
                        query.append('&').append(encoded(name)).append('=').append(encoded(text(value))));
        return query.toString();
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : MAPPER.valueToTree(value).toString();
    }

    private static String body(ProviderState state, String action) {
        ObjectNode body = MAPPER.createObjectNode();
        body.put("state", state.name());
        body.set("params", MAPPER.valueToTree(state.params()));
        body.put("action", action);
        return body.toString();
    }

    private static String encoded(String text) {
        // a plus is a space in forms only, %20 is one everywhere
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String basic(String rawUserInfo) {
        String userInfo = URLDecoder.decode(rawUserInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }
}
