package dev.wspact.internal.verification;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.contract.Contents;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Place;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.internal.matching.Difference;
import dev.wspact.internal.matching.MessageMatcher;
import dev.wspact.internal.matching.UnjudgeableException;
import dev.wspact.internal.time.Deadline;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One expected message and how to tell that an arriving one is meant to be it. */
final class Candidate {
    /** The longest that one comparison may take; only a regular expression that backtracks without bounds takes it. */
    private static final Duration COMPARISON = Duration.ofSeconds(1);

    private final ExpectedMessage expected;
    private final MessageMatcher matcher;
    private final LongSupplier nanoClock;
    private final @Nullable JsonNode example;
    private final Map<JsonPointer, Set<JsonText>> kind;
    private @Nullable Discriminator discriminator;

    private Candidate(ExpectedMessage expected, MessageMatcher matcher, LongSupplier nanoClock) {
        this.expected = expected;
        this.matcher = matcher;
        this.nanoClock = nanoClock;
        this.example = exampleOf(expected);
        this.kind = kindOf(example, matcher);
    }

    static Candidate of(ExpectedMessage expected, boolean unexpectedKeysFail, Surroundings surroundings)
            throws UnjudgeableException {
        MessageMatcher matcher = surroundings.matchers().of(expected, unexpectedKeysFail);
        return new Candidate(expected, matcher, surroundings.nanoClock());
    }

    List<Difference> compare(Incoming message) throws UnjudgeableException {
        return matcher.match(message.payload(), Deadline.after(COMPARISON, nanoClock));
    }

    ExpectedMessage expected() {
        return expected;
    }

    Place place() {
        return expected.place();
    }

    Map<String, Set<JsonText>> exactValues() {
        return matcher.exactValues();
    }

    @Nullable
    Discriminator discriminator() {
        return discriminator;
    }

    void discriminatedBy(@Nullable Discriminator chosen) {
        discriminator = chosen;
    }

    /** Whether the message's discriminator says that it is meant to be this one. */
    boolean isMeantBy(Incoming message) {
        return discriminator != null && discriminator.accepts(message);
    }

    /** Whether a message that is no JSON cannot be it, and says nothing of what else it might be. */
    boolean expectsJson() {
        return matcher.readsJson();
    }

    /** How many of the fields that tell messages apart have another value than they should. */
    int strangeness(Incoming message) {
        return (int) kind.entrySet().stream()
                .filter(field -> {
                    JsonText value = message.valueAt(field.getKey());
                    return value == null || !field.getValue().contains(value);
                })
                .count();
    }

    /** The strangeness of a message that has none of these fields. */
    int strangest() {
        return kind.size();
    }

    /** The example as JSON; null if there is none, or if it is none. */
    @Nullable
    JsonNode example() {
        return example;
    }

    /** Whether the message has the example's value at a place, whatever else it may have there. */
    boolean resembles(Incoming message, JsonPointer place) {
        JsonText value = example == null ? null : Incoming.exactAt(example, place);
        return value != null && value.equals(message.valueAt(place));
    }

    private static @Nullable JsonNode exampleOf(ExpectedMessage expected) {
        Contents contents = expected.contents();
        if (!contents.hasExample() || !contents.isJson() || !(contents.payload() instanceof Payload.Text text)) {
            return null;
        }
        try {
            return StrictJson.read(text.value());
        } catch (MalformedJsonException e) {
            return null;
        }
    }

    private static Map<JsonPointer, Set<JsonText>> kindOf(@Nullable JsonNode example, MessageMatcher matcher) {
        Map<JsonPointer, Set<JsonText>> kind = new HashMap<>();
        if (example != null) {
            for (JsonPointer pointer : Discriminator.CONVENTIONAL) {
                JsonText value = Incoming.exactAt(example, pointer);
                if (value != null) {
                    kind.put(pointer, Set.of(value));
                }
            }
        }
        matcher.exactValues().forEach((pointer, values) -> kind.put(JsonPointer.compile(pointer), values));
        return kind;
    }
}
