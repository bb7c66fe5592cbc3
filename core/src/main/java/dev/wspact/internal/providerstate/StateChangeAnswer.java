package dev.wspact.internal.providerstate;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.StrictJson;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a state-change URL answers: the members of a JSON object are values for generators, all else is passed over. */
final class StateChangeAnswer {
    private static final int EXCERPT = 200;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private StateChangeAnswer() {}

    /**
     * The values: of an answer whose content type is JSON, as Pact's verifiers read it.
     *
     * @param what the request, for texts
     * @throws ProviderStateException if the answer says that it is JSON, and is not
     */
    static Map<String, @Nullable Object> values(HttpResponse<byte[]> response, String what)
            throws ProviderStateException {
        if (!saysJson(response) || response.body().length == 0) {
            return Map.of();
        }
        try {
            JsonNode answer = StrictJson.read(response.body());
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            answer.properties()
                    .forEach(member ->
                            values.put(member.getKey(), MAPPER.convertValue(member.getValue(), Object.class)));
            return values;
        } catch (MalformedJsonException e) {
            throw new ProviderStateException(
                    what + " was answered with " + response.statusCode()
                            + " and a body that is not JSON, though its content type says so: " + e.problem()
                            + excerpt(response),
                    "Answer with a JSON object of values, with another content type, or without a body",
                    e);
        }
    }

    /** The first characters of the body, behind a colon; nothing if there is no body. */
    static String excerpt(HttpResponse<byte[]> response) {
        byte @Nullable [] bytes = response.body();
        if (bytes == null) {
            // the JDK's client gives none of an answer of a proxy that opens no tunnel
            return "";
        }
        String body = new String(bytes, StandardCharsets.UTF_8).strip();
        if (body.isEmpty()) {
            return "";
        }
        int end = body.offsetByCodePoints(0, Math.min(EXCERPT, body.codePointCount(0, body.length())));
        return ": " + body.substring(0, end) + (end < body.length() ? "…" : "");
    }

    private static boolean saysJson(HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        String mediaType = type.split(";", 2)[0].strip();
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }
}
