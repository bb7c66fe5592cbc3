package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.contract.Contents;
import dev.wspact.contract.Expectation;
import dev.wspact.contract.ExpectedMessage;
import dev.wspact.contract.Interaction;
import dev.wspact.contract.ProviderState;
import dev.wspact.contract.Setup;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one element of {@code messages} (Pact V3 specification, "Message"), which the server pushes. */
final class V3MessageReader {
    private V3MessageReader() {}

    static Interaction read(Located at) {
        Members members = at.members();
        Map<String, JsonText> extras = new HashMap<>();
        String description = members.require("description", "Say in words what the message is about")
                .text();
        List<ProviderState> states = ProviderStatesReader.read(members, extras);
        Located old = members.present("metaData");
        Located metadata = old != null ? old : members.present("metadata");
        Located contents = members.require(
                "contents", "Give an example of the message; stock verifiers pass absent contents without looking");
        JsonText rules = members.present("matchingRules", Located::object, JsonText.EMPTY_OBJECT);
        var message = new ExpectedMessage(
                contents(contents, Optional.ofNullable(MessageReader.contentType(metadata))),
                null,
                MessageReader.shape(rules),
                members.present("generators", Located::object, JsonText.EMPTY_OBJECT),
                metadata == null ? JsonText.EMPTY_OBJECT : metadata.object(),
                contents.place());
        members.others("", extras);
        return new Interaction(
                description,
                null,
                false,
                new Setup(states, Setup.NONE.channel(), List.of(), List.of()),
                new Expectation.Push(message, null, null, null, null),
                new Interaction.Origin(at.place(), extras));
    }

    /** JSON as it stands; a string as text, as JSON within a string, or as base64, as the content type says. */
    private static Contents contents(Located contents, Optional<String> declared) {
        JsonNode value = contents.value();
        if (!value.isTextual()) {
            return new Contents(new Payload.Text(contents.json().value()), declared.orElse("application/json"), null);
        }
        if (value.textValue().isEmpty()) {
            throw contents.error("\"contents\" is empty", "Give an example of the message");
        }
        String contentType = declared.orElse("text/plain");
        Contents text = new Contents(new Payload.Text(value.textValue()), contentType, null);
        if (text.isJson()) {
            return new Contents(new Payload.Text(jsonWithin(value)), contentType, null);
        }
        return isBinary(text) ? new Contents(ContentsReader.base64(contents), contentType, null) : text;
    }

    private static boolean isBinary(Contents contents) {
        String base = contents.baseType();
        return base.equals("application/octet-stream")
                || (base.startsWith("image/") && !contents.isXml())
                || base.startsWith("audio/")
                || base.startsWith("video/")
                || base.equals("application/pdf")
                || base.equals("application/zip");
    }

    /** Objects and arrays may be written as a string that holds their text; any other string is a JSON string itself. */
    private static String jsonWithin(JsonNode string) {
        try {
            JsonNode inner = StrictJson.read(string.textValue());
            return (inner.isContainerNode() ? inner : string).toString();
        } catch (MalformedJsonException noJsonWithin) {
            return string.toString();
        }
    }
}
