package dev.wspact.internal.mock;

import dev.wspact.contract.Channel;
import dev.wspact.contract.Contract;
import dev.wspact.message.HandshakeResponse;
import dev.wspact.message.Headers;
import dev.wspact.mock.MockConnection;
import dev.wspact.mock.MockResult.Deviation;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides how an opening handshake is answered: by <a
 * href="https://www.rfc-editor.org/rfc/rfc6455#section-4.2.1">RFC 6455 section 4.2.1</a>, by the faults that wait, and by
 * the channels of the contracts. Where both a channel that is accepted and an interaction that is refused fit, it is
 * accepted: only the test can know which of them the client is meant to be.
 */
final class Doorkeeper {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int UPGRADE_REQUIRED = 426;
    private static final int KEY_BYTES = 16;
    private static final Headers UPGRADE = new Headers(Map.of("Upgrade", List.of("websocket")));
    private static final Headers VERSION =
            new Headers(Map.of("Upgrade", List.of("websocket"), "Sec-WebSocket-Version", List.of("13")));

    private final Script script;
    private final FaultQueue faults;
    private final ClientRequest request;

    private Doorkeeper(Script script, FaultQueue faults, ClientRequest request) {
        this.script = script;
        this.faults = faults;
        this.request = request;
    }

    static Handshake answer(Script script, FaultQueue faults, ClientRequest request) {
        return new Doorkeeper(script, faults, request).answer();
    }

    /** The answer to something that is no request, or that there is no room for. */
    static Handshake refusal(ClientRequest request, int status, String text) {
        return refused(request, status, Headers.NONE, text, null);
    }

    private Handshake answer() {
        if (request.tokens("Upgrade").stream().noneMatch("websocket"::equalsIgnoreCase)) {
            String text =
                    "This is a WebSocket server, and this request is no opening handshake (no Upgrade: websocket)."
                            + " Connect with a WebSocket client.";
            return refused(request, UPGRADE_REQUIRED, UPGRADE, text, null);
        }
        if (!request.headers().values("Sec-WebSocket-Version").equals(List.of("13"))) {
            return broken(UPGRADE_REQUIRED, VERSION, "Sec-WebSocket-Version is not 13");
        }
        if (!request.method().equals("GET")) {
            return broken(BAD_REQUEST, Headers.NONE, "the method is not GET");
        }
        if (request.tokens("Connection").stream().noneMatch("upgrade"::equalsIgnoreCase)) {
            return broken(BAD_REQUEST, Headers.NONE, "there is no Connection: Upgrade");
        }
        if (!isKey(request.headers().values("Sec-WebSocket-Key"))) {
            return broken(BAD_REQUEST, Headers.NONE, "Sec-WebSocket-Key is not 16 bytes in base64");
        }
        Integer fault = faults.refusal();
        if (fault != null) {
            return refused(
                    request, fault, Headers.NONE, "The test injected a refusal with status " + fault + ".", null);
        }
        return byContract();
    }

    private Handshake byContract() {
        List<Part> fitting = script.played().stream()
                .filter(part -> deviations(part).isEmpty())
                .toList();
        List<Part> accepting = fitting.stream().filter(part -> !part.refuses()).toList();
        if (!accepting.isEmpty()) {
            return accepted(accepting);
        }
        if (!fitting.isEmpty()) {
            Part.Answer refusing = (Part.Answer) fitting.get(0);
            return new Handshake(
                    asked(request),
                    new MockConnection.Answer(refusing.status(), null, "\"" + refusing.description() + "\" is played"),
                    refusing.headers(),
                    refusing.body(),
                    List.of(refusing),
                    null,
                    new Misbehavior());
        }
        return differing();
    }

    private Handshake accepted(List<Part> accepting) {
        String subprotocol = accepting.stream()
                .map(part -> ChannelFit.subprotocol(channel(part), request))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        List<Part> parts = accepting.stream()
                .filter(part -> Objects.equals(ChannelFit.subprotocol(channel(part), request), subprotocol)
                        || channel(part).subprotocols().contains(subprotocol))
                .toList();
        Headers headers = parts.stream()
                .filter(Part.Answer.class::isInstance)
                .map(part -> ((Part.Answer) part).headers())
                .reduce(Headers.NONE, Headers::overriddenBy);
        return new Handshake(
                asked(request),
                new MockConnection.Answer(HandshakeResponse.SWITCHING_PROTOCOLS, subprotocol, ""),
                headers,
                "",
                parts,
                null,
                faults.misbehavior());
    }

    /** None fits: the refusal says what differs from the one that comes closest. */
    private Handshake differing() {
        Part closest = script.played().stream()
                .min(Comparator.comparing((Part part) -> differsInPath(deviations(part)))
                        .thenComparing(part -> deviations(part).size()))
                .orElseThrow();
        List<Deviation> deviations = deviations(closest);
        Contract contract = closest.origin().contract();
        String place = closest.interaction().origin().place().toString();
        String remedy = "let the client connect as the contract says, or correct the channel in " + place;
        String text = "The contract of " + contract.consumer() + " with " + contract.provider()
                + " does not allow this opening handshake.\n"
                + deviations.stream()
                        .map(deviation -> "  " + deviation.path() + ": expected " + deviation.expected() + ", but was "
                                + deviation.actual() + "\n")
                        .collect(Collectors.joining())
                + "What to do: " + remedy + ".\n";
        int status = differsInPath(deviations) ? NOT_FOUND : BAD_REQUEST;
        var surprise = new Handshake.Surprise(
                "an opening handshake that fits no channel, refused with status " + status,
                closest.description(),
                deviations,
                remedy);
        return refused(request, status, Headers.NONE, text, surprise);
    }

    private Handshake broken(int status, Headers headers, String problem) {
        String text = "The opening handshake breaks RFC 6455 section 4.2.1: " + problem + ".\n";
        var surprise = new Handshake.Surprise(
                "an opening handshake that breaks RFC 6455 section 4.2.1: " + problem,
                "",
                List.of(),
                "correct the client, or what stands between it and the mock provider");
        return refused(request, status, headers, text, surprise);
    }

    private List<Deviation> deviations(Part part) {
        return ChannelFit.deviations(channel(part), request);
    }

    private static Channel channel(Part part) {
        return part.interaction().setup().channel();
    }

    private static boolean differsInPath(List<Deviation> deviations) {
        return deviations.stream().anyMatch(deviation -> deviation.path().equals(ChannelFit.PATH));
    }

    private static Handshake refused(
            ClientRequest request, int status, Headers headers, String text, Handshake.@Nullable Surprise surprise) {
        return new Handshake(
                asked(request),
                new MockConnection.Answer(status, null, text.strip()),
                new Headers(Map.of("Content-Type", List.of("text/plain; charset=utf-8"))).overriddenBy(headers),
                text.strip() + "\n",
                List.of(),
                surprise,
                new Misbehavior());
    }

    private static MockConnection.Request asked(ClientRequest request) {
        return new MockConnection.Request(request.path(), request.query(), request.headers());
    }

    private static boolean isKey(List<String> values) {
        try {
            return values.size() == 1 && Base64.getDecoder().decode(values.get(0)).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
