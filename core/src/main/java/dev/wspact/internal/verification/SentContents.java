package dev.wspact.internal.verification;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.contract.Contents;
import dev.wspact.contract.SendStep;
import dev.wspact.internal.json.ReceivedPayload;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.internal.matching.UnjudgeableException;
import dev.wspact.message.CapturedMessage;
import dev.wspact.message.FrameType;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a contract has the client send, to find it again among what the client of a recording sent: equal to the contents but
 * for what is generated anew each time and what was taken out of the recording; or, for a request, as its own rules or schema
 * say.
 */
final class SentContents {
    private static final Pattern STEP = Pattern.compile("\\.([^.\\[]+)|\\['([^']*)']|\\[(\\d+)]");

    private final Payload payload;
    private final FrameType frame;
    private final List<JsonPointer> generated;
    private final @Nullable Candidate rules;

    private SentContents(Contents contents, FrameType frame, JsonText generators, @Nullable Candidate rules) {
        this.payload = contents.payload();
        this.frame = frame;
        this.generated = pointers(generators);
        this.rules = rules;
    }

    static SentContents of(SendStep step) {
        return new SentContents(step.contents(), step.effectiveFrame(), step.generators(), null);
    }

    /** A request, which may differ from the example as its rules say. */
    static SentContents of(Candidate request) {
        return new SentContents(
                request.expected().contents(),
                request.expected().effectiveFrame(),
                request.expected().generators(),
                request);
    }

    /**
     * Whether a recorded message is this one.
     *
     * @param redacted JSON Pointers to what was taken out of it
     */
    boolean fits(CapturedMessage sent, List<String> redacted) {
        if (sent.payload().frameType() != frame) {
            return false;
        }
        return isEqual(sent.payload(), redacted) || follows(sent, redacted);
    }

    private boolean isEqual(Payload sent, List<String> redacted) {
        JsonNode expected = new ReceivedPayload(payload).jsonOrNull();
        JsonNode actual = new ReceivedPayload(sent).jsonOrNull();
        if (expected == null || actual == null) {
            return java.util.Arrays.equals(payload.toBytes(), sent.toBytes());
        }
        List<JsonPointer> open = new ArrayList<>(generated);
        redacted.forEach(pointer -> open.add(JsonPointer.compile(pointer)));
        open.forEach(pointer -> {
            remove(expected, pointer);
            remove(actual, pointer);
        });
        return StrictJson.exact(expected).equals(StrictJson.exact(actual));
    }

    private boolean follows(CapturedMessage sent, List<String> redacted) {
        if (rules == null) {
            return false;
        }
        try {
            return rules.compare(Incoming.of(0, sent)).stream()
                    .allMatch(difference -> isOpen(pointer(difference.path()), redacted));
        } catch (UnjudgeableException e) {
            // then it is told by its contents alone
            return false;
        }
    }

    private boolean isOpen(@Nullable JsonPointer place, List<String> redacted) {
        return place != null && (generated.contains(place) || redacted.contains(place.toString()));
    }

    private static void remove(JsonNode tree, JsonPointer pointer) {
        if (!pointer.matches() && tree.at(pointer.head()) instanceof ObjectNode parent) {
            parent.remove(pointer.last().getMatchingProperty());
        }
    }

    /** Where Pact's generators write: the paths of the category for contents. */
    private static List<JsonPointer> pointers(JsonText generators) {
        List<JsonPointer> pointers = new ArrayList<>();
        for (JsonNode category : StrictJson.read(generators)) {
            category.fieldNames().forEachRemaining(path -> {
                JsonPointer pointer = pointer(path);
                if (pointer != null) {
                    pointers.add(pointer);
                }
            });
        }
        return pointers;
    }

    /** A path in Pact's notation as a JSON Pointer; null if it leads to more than one place. */
    static @Nullable JsonPointer pointer(String path) {
        if (!path.startsWith("$")) {
            return null;
        }
        JsonPointer pointer = JsonPointer.empty();
        Matcher steps = STEP.matcher(path);
        int end = 1;
        while (steps.find() && steps.start() == end) {
            end = steps.end();
            pointer = steps.group(3) != null
                    ? pointer.appendIndex(Integer.parseInt(steps.group(3)))
                    : pointer.appendProperty(steps.group(1) != null ? steps.group(1) : steps.group(2));
        }
        return end == path.length() ? pointer : null;
    }
}
