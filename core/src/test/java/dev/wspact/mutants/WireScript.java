package dev.wspact.mutants;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.message.FrameType;
import dev.wspact.message.Payload;
import dev.wspact.wire.Connection;
import dev.wspact.wire.Script;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One connection of a scripted server as JSON has it: a list of steps.
 *
 * <ul>
 *   <li>{@code requires}: refuses the handshake (404, or {@code else}) unless {@code target} and {@code header} fit
 *   <li>{@code accept}: accepts it, with these header lines more; {@code refuse}: refuses it with a status, {@code headers} and
 *       {@code body}
 *   <li>{@code json}, {@code text}, {@code binary} (base64), {@code binaryJson}: sends a message
 *   <li>{@code read}: reads a message of the client; if it is another, or in another {@code frame}, or comes
 *       {@code notBeforeMillis}, the server closes with 4000; {@code readText}, {@code readBinary}: the same for contents
 *       that are no JSON
 *   <li>{@code awaitState}: waits until a provider state is set up
 *   <li>{@code pingEveryMillis}: pings that often until the client closes, and answers that
 *   <li>{@code close}, {@code hold}, {@code pauseMillis}
 * </ul>
 *
 * Behind the last step it waits for the client's close and answers it.
 */
final class WireScript implements Script {
    private final JsonNode steps;
    private final States states;
    private long acceptedAt;

    WireScript(JsonNode steps, States states) {
        this.steps = steps;
        this.states = states;
    }

    @Override
    public void play(Connection client) throws Exception {
        try {
            for (JsonNode step : steps) {
                if (!play(step, client)) {
                    return;
                }
            }
            leave(client);
        } catch (EOFException e) {
            // a verifier that has seen enough of a broken server leaves in the middle of the script
            client.drop();
        }
    }

    /** Whether the script goes on. */
    private boolean play(JsonNode step, Connection client) throws Exception {
        String kind = step.fieldNames().next();
        JsonNode value = step.path(kind);
        switch (kind) {
            case "requires" -> {
                return isAsRequired(value, client)
                        || refuse(client, step.path("else").asInt(404), List.of(), "");
            }
            case "accept" -> {
                client.accept(texts(value).toArray(String[]::new));
                acceptedAt = System.nanoTime();
            }
            case "refuse" -> {
                return refuse(
                        client,
                        value.asInt(),
                        texts(step.path("headers")),
                        step.path("body").asText());
            }
            case "json" -> client.text(value.toString());
            case "text" -> client.text(value.asText());
            case "binary" -> client.binary(Base64.getDecoder().decode(value.asText()));
            case "binaryJson" -> client.binary(value.toString().getBytes(StandardCharsets.UTF_8));
            case "read" -> {
                return isRead(step, client) || close(client, 4000, "unexpected");
            }
            case "readText" -> {
                return client.nextMessage().equals(new Payload.Text(value.asText()))
                        || close(client, 4000, "unexpected");
            }
            case "readBinary" -> {
                return client.nextMessage()
                                .equals(Payload.Binary.of(Base64.getDecoder().decode(value.asText())))
                        || close(client, 4000, "unexpected");
            }
            case "awaitState" -> states.await(value.asText());
            case "pauseMillis" -> pause(value.asLong());
            case "close" -> {
                return close(client, value.asInt(), step.path("reason").asText());
            }
            case "pingEveryMillis" -> {
                Pulse pulse = Pulse.start(client, Duration.ofMillis(value.asLong()));
                try {
                    client.awaitClose();
                } finally {
                    pulse.stop();
                }
                return close(client, 1000, "");
            }
            case "hold" -> {}
            default -> throw new IllegalArgumentException("unknown step: " + step);
        }
        return true;
    }

    private static boolean isAsRequired(JsonNode required, Connection client) throws IOException {
        if (required.has("target")
                && !required.path("target").asText().equals(client.request().target())) {
            return false;
        }
        for (Map.Entry<String, JsonNode> header : required.path("header").properties()) {
            if (!client.request()
                    .headers()
                    .values(header.getKey())
                    .contains(header.getValue().asText())) {
                return false;
            }
        }
        return true;
    }

    private boolean isRead(JsonNode step, Connection client) throws IOException {
        Payload message = client.nextMessage();
        long millis = Duration.ofNanos(System.nanoTime() - acceptedAt).toMillis();
        FrameType frame = step.path("frame").asText("text").equals("text") ? FrameType.TEXT : FrameType.BINARY;
        String text = new String(message.toBytes(), StandardCharsets.UTF_8);
        return message.frameType() == frame
                && millis >= step.path("notBeforeMillis").asLong(0)
                && CaseFile.json(text).equals(step.path("read"));
    }

    private static boolean refuse(Connection client, int status, List<String> headers, String body) throws IOException {
        client.refuse(status, headers, body);
        return false;
    }

    private static boolean close(Connection client, int code, String reason) throws IOException {
        client.close(code, reason);
        leave(client);
        return false;
    }

    private static void leave(Connection client) throws IOException {
        client.closeWhenAsked();
    }

    private static void pause(long millis) throws InterruptedException {
        if (new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)) {
            throw new AssertionError("nobody counts this latch down");
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    /** Provider states that were set up. */
    static final class States {
        private final Map<String, CountDownLatch> reached = new java.util.concurrent.ConcurrentHashMap<>();

        void reached(String state) {
            latch(state).countDown();
        }

        void await(String state) throws InterruptedException {
            if (!latch(state).await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("state \"" + state + "\" was not set up within 10 s");
            }
        }

        private CountDownLatch latch(String state) {
            return reached.computeIfAbsent(state, name -> new CountDownLatch(1));
        }
    }
}
