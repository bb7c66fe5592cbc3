package dev.wspact.internal.verification;

import dev.wspact.contract.Channel;
import dev.wspact.contract.Contract;
import dev.wspact.contract.Interaction;
import dev.wspact.internal.recording.Purpose;
import dev.wspact.internal.recording.RecordedConnection;
import dev.wspact.internal.recording.Recording;
import dev.wspact.internal.redaction.Secrets;
import dev.wspact.message.Headers;
import dev.wspact.verification.VerificationOptions;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which interactions of a contract a recorded connection can say something of. Where a verifier has recorded it for this
 * contract, those that it was opened for; otherwise those whose channel it is.
 */
final class Belonging {
    private static final String SUBPROTOCOL = "Sec-WebSocket-Protocol";

    private final Contract contract;
    private final VerificationOptions options;
    private final Secrets secrets;
    private final boolean purposeful;

    Belonging(Contract contract, Recording recording, VerificationOptions options) {
        this.contract = contract;
        this.options = options;
        this.secrets = Secrets.and(options.redact());
        this.purposeful = recording.connections().stream().anyMatch(this::isForThisContract);
    }

    /** Whether a verifier has recorded this contract, so that all is known of states, times and purposes. */
    boolean purposeful() {
        return purposeful;
    }

    /** The indexes of the interactions. */
    List<Integer> of(RecordedConnection connection) {
        return IntStream.range(0, contract.interactions().size())
                .filter(index -> purposeful
                        ? isFor(contract.interactions().get(index), connection)
                        : fits(contract.interactions().get(index).setup().channel(), connection))
                .boxed()
                .toList();
    }

    private boolean isForThisContract(RecordedConnection connection) {
        Purpose purpose = connection.request().purpose();
        return purpose != null
                && purpose.consumer().equals(contract.consumer())
                && purpose.provider().equals(contract.provider());
    }

    private boolean isFor(Interaction interaction, RecordedConnection connection) {
        return isForThisContract(connection)
                && Objects.requireNonNull(connection.request().purpose())
                        .interactions()
                        .contains(Noting.named(interaction));
    }

    private boolean fits(Channel channel, RecordedConnection connection) {
        URI url = connection.request().url();
        return hasPath(channel, url)
                && hasQuery(channel, url)
                && hasHeaders(channel, connection.request().headers())
                && offers(channel, connection)
                && (!channel.anonymous() || isAnonymous(connection.request()));
    }

    private boolean hasPath(Channel channel, URI url) {
        if (channel.path() == null && !options.namesServer()) {
            return true;
        }
        return pathOf(Address.of(options.url(), channel)).equals(pathOf(url));
    }

    private static String pathOf(URI url) {
        String path = url.getPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    private boolean hasQuery(Channel channel, URI url) {
        Map<String, List<String>> query = query(url);
        return channel.query().entrySet().stream().allMatch(parameter -> {
            List<String> recorded = query.getOrDefault(parameter.getKey(), List.of());
            return recorded.contains(Secrets.MASK) || recorded.containsAll(parameter.getValue());
        });
    }

    private static Map<String, List<String>> query(URI url) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        String raw = url.getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                    .add(parts.length == 2 ? decoded(parts[1]) : "");
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // not percent-encoded, so it is what it looks like
        }
    }

    private static boolean hasHeaders(Channel channel, Headers recorded) {
        return channel.headers().fields().entrySet().stream().allMatch(field -> {
            List<String> values = recorded.values(field.getKey());
            return values.contains(Secrets.MASK) || values.containsAll(field.getValue());
        });
    }

    /** A client may offer more than this consumer does; where a recording has no request headers, anything may have been. */
    private static boolean offers(Channel channel, RecordedConnection connection) {
        if (channel.subprotocols().isEmpty() || connection.request().headers().isEmpty()) {
            return true;
        }
        List<String> offered = connection.request().headers().values(SUBPROTOCOL).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip)
                .toList();
        return channel.subprotocols().stream().anyMatch(offered::contains);
    }

    private boolean isAnonymous(RecordedConnection.Request request) {
        return request.url().getRawUserInfo() == null
                && secrets.masked(request.url()).equals(request.url())
                && query(request.url()).values().stream().noneMatch(values -> values.contains(Secrets.MASK))
                && request.headers().fields().keySet().stream().noneMatch(secrets::isSecretHeader);
    }
}
