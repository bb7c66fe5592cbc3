package dev.wspact.maven;

import dev.wspact.verification.Limits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What a server may cost, each limit as {@code name=value}: {@code idleTime=30s}, {@code inflatedBytes=64MiB}. */
final class LimitOptions {
    private static final String NAME = "wspact.limits";
    private static final Map<String, BiConsumer<Limits.Builder, String>> LIMITS = limits();

    private LimitOptions() {}

    /**
     * Sets the limits that these texts name.
     *
     * @throws BadOptionException if one names none, or its value does not fit
     */
    static void apply(List<String> texts, Limits.Builder limits) {
        for (String text : texts) {
            int equals = text.indexOf('=');
            String name = (equals < 0 ? text : text.substring(0, equals)).strip();
            BiConsumer<Limits.Builder, String> limit = LIMITS.get(name);
            if (equals < 0 || limit == null) {
                throw new BadOptionException(
                        "%s has \"%s\", which is no limit. Write name=value, such as idleTime=30s; the names are %s."
                                .formatted(NAME, text.strip(), String.join(", ", LIMITS.keySet())));
            }
            limit.accept(limits, text.substring(equals + 1).strip());
        }
    }

    private static Map<String, BiConsumer<Limits.Builder, String>> limits() {
        Map<String, BiConsumer<Limits.Builder, String>> limits = new LinkedHashMap<>();
        limits.put("handshakeTime", (builder, text) -> builder.handshakeTime(DurationOption.parse(NAME, text)));
        limits.put("handshakeBytes", (builder, text) -> builder.handshakeBytes(SizeOption.parse(NAME, text)));
        limits.put("idleTime", (builder, text) -> builder.idleTime(DurationOption.parse(NAME, text)));
        limits.put("messageBytes", (builder, text) -> builder.messageBytes(SizeOption.parse(NAME, text)));
        limits.put("inflatedBytes", (builder, text) -> builder.inflatedBytes(SizeOption.parse(NAME, text)));
        limits.put("fragmentsPerMessage", (builder, text) -> builder.fragmentsPerMessage(count(text)));
        limits.put("controlFramesPerSecond", (builder, text) -> builder.controlFramesPerSecond(count(text)));
        limits.put("transcriptMessages", (builder, text) -> builder.transcriptMessages(count(text)));
        limits.put("transcriptBytes", (builder, text) -> builder.transcriptBytes(SizeOption.parse(NAME, text)));
        limits.put("transcriptFrames", (builder, text) -> builder.transcriptFrames(count(text)));
        return limits;
    }

    private static int count(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new BadOptionException(
                    "%s has \"%s\", which is no number. Write a whole number, at least 1.".formatted(NAME, text));
        }
    }
}
