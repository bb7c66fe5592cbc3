package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.contract.Contents;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Place;
import dev.wspact.contract.Shape;
import dev.wspact.internal.contractfile.SchemaSource.CheckedSchema;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.message.FrameType;
import dev.wspact.message.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * Reads one message of a contract.yaml: {@code schema}, {@code example}, {@code frame}.
 *
 * @param source where schemas and examples are found
 */
record SchemaMessageReader(SchemaSource source) {
    /** A message that the server sends, which needs a schema. */
    ExpectedMessage received(Members members) {
        Located schema =
                members.require("schema", "Name the file of the message's JSON Schema, or write the schema here");
        return message(members, source.schema(schema), schema);
    }

    /** A message that the client sends; an example without a schema will do. */
    ExpectedMessage sent(Members members) {
        Located schema = members.present("schema");
        if (schema != null) {
            return message(members, source.schema(schema), schema);
        }
        Located named = members.require("example", "Give an example of the message: it is what is sent");
        Located example = SchemaSource.neededBy(named, () -> source.example(named));
        FrameType frame = members.get("frame", WebSocketFields::frame);
        return plain(
                Contents.json(example.json().value()),
                frame,
                Shape.EQUAL,
                members.object().place());
    }

    private ExpectedMessage message(Members members, CheckedSchema schema, Located at) {
        Located example = members.get("example");
        FrameType frame = members.get("frame", WebSocketFields::frame);
        Place place = members.object().place();
        if (example == null) {
            return fromSchema(schema, at, frame, place);
        }
        Contents contents = SchemaSource.neededBy(example, () -> {
            Located found = source.example(example);
            return checked(schema, found.value(), found);
        });
        return plain(contents, frame, shape(schema), place);
    }

    private static ExpectedMessage fromSchema(
            CheckedSchema schema, Located at, @Nullable FrameType frame, Place place) {
        JsonNode first = firstExample(schema);
        if (first == null) {
            throw at.error(
                    "there is no example of the message",
                    "Write \"example\" beside the schema, or \"examples\" in it: stock verifiers and mocks need one");
        }
        return plain(checked(schema, first, at), frame, shape(schema), place);
    }

    /** The first of the schema's own {@code examples}; null if it has none. */
    static @Nullable JsonNode firstExample(CheckedSchema schema) {
        JsonNode examples = schema.bundled().path("examples");
        return examples.isArray() && !examples.isEmpty() && !examples.get(0).isNull() ? examples.get(0) : null;
    }

    /** An example as contents, valid against the schema. */
    static Contents checked(CheckedSchema schema, JsonNode example, Located at) {
        Contents contents = Contents.json(StrictJson.text(example).value());
        ExampleCheck.check(schema.compiled(), contents, at);
        return contents;
    }

    static Shape shape(CheckedSchema schema) {
        return new Shape.Schema(StrictJson.text(schema.bundled()));
    }

    static ExpectedMessage plain(Contents contents, @Nullable FrameType frame, Shape shape, Place place) {
        return new ExpectedMessage(contents, frame, shape, JsonText.EMPTY_OBJECT, JsonText.EMPTY_OBJECT, place);
    }
}
