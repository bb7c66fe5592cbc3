package dev.wspact.internal.contractfile;

import dev.wspact.contract.Contents;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Shape;
import dev.wspact.message.FrameType;
import dev.wspact.message.JsonText;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one message of a Pact V4 file: {@code contents}, {@code matchingRules}, {@code generators}, {@code metadata}.
 *
 * @param frame the frame type from {@code comments.websocket}, null if it says none
 * @param schema the schema from {@code comments.websocket}, null if it has none
 */
record MessageReader(@Nullable FrameType frame, @Nullable Located schema) {
    /** A message of which {@code comments.websocket} says nothing. */
    static final MessageReader PLAIN = new MessageReader(null, null);

    /**
     * The message whose parts stand in these members.
     *
     * @param whole the object that is the message; null if it shares one with the interaction
     * @param below pointer from the interaction to the members, for the extras
     */
    ExpectedMessage read(Members members, @Nullable Located whole, String below, Map<String, JsonText> extras) {
        JsonText metadata = members.present("metadata", Located::object, JsonText.EMPTY_OBJECT);
        Located at = members.require(
                "contents", "Give an example of the message; stock verifiers pass absent contents without looking");
        Members parts = at.members();
        Contents contents = ContentsReader.read(parts, contentType(members.present("metadata")));
        parts.others(below + "/contents", extras);
        JsonText rules = members.present("matchingRules", Located::object, JsonText.EMPTY_OBJECT);
        JsonText generators = members.present("generators", Located::object, JsonText.EMPTY_OBJECT);
        Shape shape = schema == null ? shape(rules) : ExampleCheck.shape(schema, contents, at);
        return new ExpectedMessage(contents, frame, shape, generators, metadata, (whole == null ? at : whole).place());
    }

    /** The shape of a message without a schema. */
    static Shape shape(JsonText rules) {
        return rules.isEmptyObject() ? Shape.EQUAL : new Shape.Rules(rules);
    }

    /** The content type in a message's metadata, under any of its usual names; null if there is none. */
    static @Nullable String contentType(@Nullable Located metadata) {
        if (metadata == null) {
            return null;
        }
        return metadata.value().properties().stream()
                .filter(member -> member.getKey()
                        .toLowerCase(Locale.ROOT)
                        .replace("-", "")
                        .equals("contenttype"))
                .filter(member -> member.getValue().isTextual())
                .map(member -> member.getValue().textValue())
                .filter(type -> !type.isBlank())
                .findFirst()
                .orElse(null);
    }
}
