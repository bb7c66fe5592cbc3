package dev.wspact.internal.mock;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Place;
import dev.wspact.contract.SendStep;
import dev.wspact.contract.Shape;
import dev.wspact.internal.json.ReceivedPayload;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.internal.matching.Difference;
import dev.wspact.internal.matching.MessageMatcher;
import dev.wspact.internal.matching.UnjudgeableException;
import dev.wspact.internal.time.Deadline;
import dev.wspact.message.JsonText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A message that the contract allows the client to send. Members that the contract does not name are differences: the
 * provider is verified with what the contract says, and nobody knows what it makes of more.
 *
 * @param matcher tells whether a message is it
 * @param place where it stands in the contract
 */
record ClientMessage(MessageMatcher matcher, Place place) {
    /** The longest that one comparison may take; only a regular expression that backtracks without bounds takes it. */
    private static final Duration COMPARISON = Duration.ofSeconds(1);

    static ClientMessage of(ExpectedMessage request) throws UnjudgeableException {
        return new ClientMessage(MessageMatcher.of(request, true), request.place());
    }

    /** A step of what is sent after opening: equal to what the contract says, but where it lets values be generated. */
    static ClientMessage of(SendStep step, Place place) throws UnjudgeableException {
        Shape shape =
                step.generators().isEmptyObject() ? Shape.EQUAL : new Shape.Rules(anyOfSameType(step.generators()));
        return of(new ExpectedMessage(
                step.contents(), step.frame(), shape, JsonText.EMPTY_OBJECT, JsonText.EMPTY_OBJECT, place));
    }

    /** How a message differs; empty if it is this one. */
    List<Difference> compare(ReceivedPayload message) {
        try {
            return matcher.match(message, Deadline.after(COMPARISON));
        } catch (UnjudgeableException e) {
            return List.of(new Difference("$", "not checkable", e.remedy(), e.problem()));
        }
    }

    /** How many of the values that tell messages apart are other than they should be. */
    int strangeness(ReceivedPayload message) {
        JsonNode tree = message.jsonOrNull();
        return (int) matcher.exactValues().entrySet().stream()
                .filter(field -> !isOneOf(
                        field.getValue(),
                        tree == null ? MissingNode.getInstance() : tree.at(JsonPointer.compile(field.getKey()))))
                .count();
    }

    private static boolean isOneOf(Set<JsonText> values, JsonNode value) {
        return !value.isMissingNode() && values.contains(StrictJson.exact(value));
    }

    private static JsonText anyOfSameType(JsonText generators) {
        ObjectNode rules = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> category : StrictJson.read(generators).properties()) {
            ObjectNode paths = rules.putObject(category.getKey());
            category.getValue().fieldNames().forEachRemaining(path -> paths.putObject(path)
                    .putArray("matchers")
                    .addObject()
                    .put("match", "type"));
        }
        return StrictJson.text(rules);
    }
}
