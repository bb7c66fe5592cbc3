package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wspact.contract.Contents;
import dev.wspact.contract.ContractFormatException;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Shape;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import java.util.Base64;

/** Writes one message as Pact V4 does: contents, matching rules, generators, metadata. */
final class MessageWriter {
    /** The rule that keeps stock verifiers, which know no schema, from comparing values. */
    private static final JsonText TYPE_RULE =
            new JsonText("{\"body\":{\"$\":{\"combine\":\"AND\",\"matchers\":[{\"match\":\"type\"}]}}}");

    private MessageWriter() {}

    static void write(ExpectedMessage message, ObjectNode json) {
        if (!message.contents().hasExample()) {
            throw new ContractFormatException(
                    message.place(),
                    "there is no example of the message, and a Pact file cannot do without",
                    "Write \"examples\" in the schema");
        }
        contents(message.contents(), json.putObject("contents"));
        JsonText rules = message.shape() instanceof Shape.Rules own ? own.matchingRules() : TYPE_RULE;
        notEmpty("matchingRules", rules, json);
        notEmpty("generators", message.generators(), json);
        notEmpty("metadata", message.metadata(), json);
    }

    /** The members of Pact's contents object. */
    static void contents(Contents contents, ObjectNode json) {
        json.put("contentType", contents.contentType());
        if (contents.contentTypeHint() != null) {
            json.put("contentTypeHint", contents.contentTypeHint());
        }
        if (contents.payload() instanceof Payload.Text text) {
            json.put("encoded", false);
            if (contents.isJson()) {
                json.set("content", StrictJson.read(new JsonText(text.value())));
            } else {
                json.put("content", text.value());
            }
        } else {
            json.put("encoded", "base64");
            json.put(
                    "content",
                    Base64.getEncoder().encodeToString(contents.payload().toBytes()));
        }
    }

    /** A member, unless it is an object without members. */
    static void notEmpty(String name, JsonText value, ObjectNode json) {
        if (!value.isEmptyObject()) {
            json.set(name, StrictJson.read(value));
        }
    }
}
