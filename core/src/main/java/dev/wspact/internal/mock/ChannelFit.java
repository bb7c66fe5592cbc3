package dev.wspact.internal.mock;

import dev.wspact.contract.Channel;
import dev.wspact.internal.redaction.Secrets;
import dev.wspact.mock.MockResult.Deviation;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an opening handshake differs from the one that a channel declares. What the channel does not declare is not compared,
 * but for subprotocols: the provider could choose one of which the contract says nothing. The values of credentials are not
 * compared either, since each environment has its own.
 */
final class ChannelFit {
    /** The names of the parts of a handshake, for texts. */
    static final String PATH = "path";

    private static final String NONE = "none";

    private final ClientRequest request;
    private final List<Deviation> deviations = new ArrayList<>();

    private ChannelFit(ClientRequest request) {
        this.request = request;
    }

    /** The differences; empty if it fits. */
    static List<Deviation> deviations(Channel channel, ClientRequest request) {
        ChannelFit fit = new ChannelFit(request);
        fit.path(channel.path());
        fit.query(channel.query());
        channel.headers().fields().forEach(fit::header);
        fit.subprotocols(channel.subprotocols());
        if (channel.anonymous()) {
            fit.credentials(channel);
        }
        return List.copyOf(fit.deviations);
    }

    /** The first of the channel's subprotocols that the client offers; null for none. */
    static @Nullable String subprotocol(Channel channel, ClientRequest request) {
        List<String> offered = offered(request);
        return channel.subprotocols().stream()
                .filter(offered::contains)
                .findFirst()
                .orElse(null);
    }

    private static List<String> offered(ClientRequest request) {
        return request.tokens("Sec-WebSocket-Protocol");
    }

    private void path(@Nullable String declared) {
        String actual = request.path();
        if (declared != null && !declared.equals(actual) && !decoded(declared).equals(decoded(actual))) {
            add(PATH, declared, actual);
        }
    }

    private void query(Map<String, List<String>> declared) {
        if (declared.isEmpty()) {
            return;
        }
        Map<String, List<String>> actual = parameters(request.query());
        declared.forEach((name, values) -> {
            List<String> found = actual.getOrDefault(name, List.of());
            boolean secret = Secrets.BUILT_IN.isSecretHeader(name);
            if (secret ? found.isEmpty() : !found.equals(values)) {
                add("query " + name, secret ? "any value" : words(values), words(found));
            }
        });
        actual.forEach((name, values) -> {
            if (!declared.containsKey(name)) {
                add("query " + name, "no such parameter", shown(name, values));
            }
        });
    }

    private void header(String name, List<String> values) {
        List<String> actual = request.headers().values(name);
        boolean secret = Secrets.BUILT_IN.isSecretHeader(name);
        if (secret ? actual.isEmpty() : !joined(actual).equals(joined(values))) {
            add("header " + name, secret ? "any value" : words(values), words(actual));
        }
    }

    /** An anonymous client shows no credentials but those that its channel declares. */
    private void credentials(Channel channel) {
        request.headers().fields().keySet().stream()
                .filter(Secrets.BUILT_IN::isSecretHeader)
                .filter(name -> channel.headers().values(name).isEmpty())
                .forEach(name -> add("header " + name, "none, since the client is anonymous", Secrets.MASK));
    }

    private void subprotocols(List<String> declared) {
        List<String> offered = offered(request);
        boolean oneIsKnown = declared.isEmpty() || offered.stream().anyMatch(declared::contains);
        if (!oneIsKnown || !declared.containsAll(offered)) {
            String expected = declared.size() > 1 ? "some of " + words(declared) : words(declared);
            add("subprotocols", expected, words(offered));
        }
    }

    private void add(String part, String expected, String actual) {
        deviations.add(new Deviation(part, part.replaceFirst(" .*", ""), expected, actual));
    }

    private static String shown(String name, List<String> values) {
        return Secrets.BUILT_IN.isSecretHeader(name) ? Secrets.MASK : words(values);
    }

    private static String words(List<String> values) {
        return values.isEmpty() ? NONE : String.join(", ", values);
    }

    private static String joined(List<String> values) {
        return String.join(",", values).replaceAll("\\s*,\\s*", ",");
    }

    private static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                parameters
                        .computeIfAbsent(decoded(name), key -> new ArrayList<>())
                        .add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // a percent sign that encodes nothing stands for itself
            return text;
        }
    }
}
