package dev.wspact.junit5.dsl;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.MessageContentsBuilder;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.ContentTypeHint;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.v4.MessageContents;
import au.com.dius.pact.core.support.json.JsonException;
import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.core.support.json.JsonValue;
import dev.wspact.message.FrameType;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message as a contract describes it: an example, and what a real message must have in common with it. Immutable.
 *
 * <p>Most bodies are a {@link DslPart} of pact-jvm's own language and need none of this; it is for text, bytes, JSON Schema
 * and the type of frame.
 */
public final class MessageBody {
    private static final String JSON = "application/json";

    private final MessageContents contents;
    private final @Nullable FrameType frame;
    private final @Nullable JsonValue schema;

    private MessageBody(MessageContents contents, @Nullable FrameType frame, @Nullable JsonValue schema) {
        this.contents = contents;
        this.frame = frame;
        this.schema = schema;
    }

    /** A body of pact-jvm's own language, with its matching rules and generators. */
    public static MessageBody of(DslPart body) {
        MessageContents built = new MessageContentsBuilder(new MessageContents())
                .withContent(Objects.requireNonNull(body, "body"))
                .build();
        // without the content type that pact puts into the metadata too: it stands in the contents already
        return new MessageBody(
                new MessageContents(
                        built.getContents(), new HashMap<>(), built.getMatchingRules(), built.getGenerators(), ""),
                null,
                null);
    }

    /**
     * Exactly this JSON, but for white space and the order of members.
     *
     * @throws IllegalArgumentException if it is not JSON
     */
    public static MessageBody json(String json) {
        return new MessageBody(jsonContents(json, "the message"), null, null);
    }

    /** Exactly this text, as {@code text/plain}. */
    public static MessageBody text(String text) {
        return text(text, "text/plain");
    }

    /**
     * Exactly this text.
     *
     * @param contentType its media type, such as {@code application/xml}
     */
    public static MessageBody text(String text, String contentType) {
        var type = new ContentType(contentType);
        // pact-jvm writes some types as base64, which would stand for a binary frame
        FrameType frame = type.isBinaryType() ? FrameType.TEXT : null;
        return new MessageBody(contents(bytes(text), type, ContentTypeHint.DEFAULT), frame, null);
    }

    /** Exactly these bytes, in a binary message, as {@code application/octet-stream}. */
    public static MessageBody bytes(byte[] bytes) {
        return bytes(bytes, "application/octet-stream");
    }

    /**
     * Exactly these bytes, in a binary message.
     *
     * @param contentType their media type, such as {@code application/x-protobuf}
     */
    public static MessageBody bytes(byte[] bytes, String contentType) {
        var type = new ContentType(contentType);
        FrameType frame = type.isJson() ? FrameType.BINARY : null;
        return new MessageBody(contents(bytes.clone(), type, ContentTypeHint.BINARY), frame, null);
    }

    /**
     * JSON that is valid against a schema. The schema is self-contained: one that refers to other files belongs into a
     * contract.yaml.
     *
     * @param schema a JSON Schema, as text
     * @param example JSON that is valid against it, as text
     * @throws IllegalArgumentException if one of them is not JSON
     */
    public static MessageBody schema(String schema, String example) {
        return new MessageBody(jsonContents(example, "the example"), null, parsed(schema, "the schema"));
    }

    /** The same message, sent in a text message whatever its content type. */
    public MessageBody asTextMessage() {
        return new MessageBody(contents, FrameType.TEXT, schema);
    }

    /** The same message, sent in a binary message whatever its content type. */
    public MessageBody asBinaryMessage() {
        return new MessageBody(contents, FrameType.BINARY, schema);
    }

    MessageContents contents() {
        return contents;
    }

    /** What {@code comments.websocket} says of the message: {@code frame} and {@code schema}. */
    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        if (frame != null) {
            details.put("frame", frame.name().toLowerCase(Locale.ROOT));
        }
        if (schema != null) {
            details.put("schema", schema);
        }
        return details;
    }

    /**
     * The message as a step of {@code send}, which is compared by value.
     *
     * @throws IllegalArgumentException if it has matching rules or a schema
     */
    Map<String, Object> step() {
        if (schema != null || contents.getMatchingRules().isNotEmpty()) {
            throw new IllegalArgumentException(
                    "What the client sends first is compared by value, so that the provider's"
                            + " verification can send it too, but this message has "
                            + (schema == null
                                    ? "matching rules: write stringValue instead of stringType, numberValue instead of"
                                            + " integerType,"
                                    : "a schema: write MessageBody.json,")
                            + " or describe it as a request with expectsReply");
        }
        Map<String, Object> step = new LinkedHashMap<>(contents.getContents().toV4Format());
        step.putAll(details());
        if (contents.getGenerators().isNotEmpty()) {
            step.put("generators", contents.getGenerators().toMap(PactSpecVersion.V4));
        }
        return step;
    }

    /** A JSON value from its text. */
    static JsonValue parsed(String json, String what) {
        try {
            return JsonParser.parseString(Objects.requireNonNull(json, what));
        } catch (JsonException e) {
            throw new IllegalArgumentException(what + " is not JSON: " + e.getMessage(), e);
        }
    }

    private static MessageContents jsonContents(String json, String what) {
        parsed(json, what);
        return contents(bytes(json), new ContentType(JSON), ContentTypeHint.DEFAULT);
    }

    private static MessageContents contents(byte[] bytes, ContentType type, ContentTypeHint hint) {
        if (bytes.length == 0) {
            throw new IllegalArgumentException(
                    "The message is empty: give an example; stock verifiers pass empty contents without looking");
        }
        return new MessageContents(OptionalBody.body(bytes, type, hint));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
