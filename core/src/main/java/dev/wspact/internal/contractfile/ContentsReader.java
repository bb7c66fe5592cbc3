package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.contract.Contents;
import dev.wspact.internal.json.MalformedJsonException;
import dev.wspact.internal.json.StrictJson;
import dev.wspact.message.Payload;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads message contents (Pact V4 specification, "Message contents": {@code content}, {@code contentType},
 * {@code encoded}, {@code contentTypeHint}). Contents that are absent or empty are an error, since stock verifiers pass
 * those without looking.
 */
final class ContentsReader {
    private static final String JSON = "application/json";
    private static final String NEVER_EMPTY =
            "Give an example of the message; stock verifiers pass absent or empty contents without looking at them";

    private ContentsReader() {}

    /**
     * The contents that stand in an object's members.
     *
     * @param elsewhere the content type if the members say none; null to take it from the content
     */
    static Contents read(Members members, @Nullable String elsewhere) {
        Located content = members.require("content", NEVER_EMPTY);
        if (content.value().isTextual() && content.value().textValue().isEmpty()) {
            throw content.error("\"content\" is empty", NEVER_EMPTY);
        }
        Encoding encoding = members.present("encoded", ContentsReader::encoding, Encoding.NONE);
        String declared = members.present("contentType", Located::text, elsewhere == null ? "" : elsewhere);
        Located hint = members.present("contentTypeHint");
        String contentType = declared.isEmpty() ? detected(content, encoding) : declared;
        return new Contents(
                payload(content, encoding, new Contents(NOTHING, contentType, null).isJson()),
                contentType,
                hint == null ? null : hint.text());
    }

    private static final Payload NOTHING = new Payload.Text("");

    private static Encoding encoding(Located encoded) {
        if (encoded.value().isBoolean()) {
            return encoded.value().booleanValue() ? Encoding.BASE64 : Encoding.NONE;
        }
        String word = encoded.value().asText().toLowerCase(Locale.ROOT);
        return switch (encoded.value().isTextual() ? word : "") {
            case "base64" -> Encoding.BASE64;
            case "json" -> Encoding.JSON;
            default -> throw encoded.wrong("false, \"base64\" or \"JSON\"");
        };
    }

    private static Payload payload(Located content, Encoding encoding, boolean json) {
        return switch (encoding) {
            case BASE64 -> base64(content);
            case JSON -> jsonText(content);
            case NONE ->
                json || !content.value().isTextual()
                        ? new Payload.Text(content.json().value())
                        : new Payload.Text(content.value().textValue());
        };
    }

    /** The bytes of a base64 string. */
    static Payload base64(Located content) {
        if (!content.value().isTextual()) {
            throw content.wrong("a base64 string, as \"encoded\" says");
        }
        try {
            return Payload.Binary.of(Base64.getDecoder().decode(content.value().textValue()));
        } catch (IllegalArgumentException e) {
            throw content.error(
                    content.name() + " is not base64, although \"encoded\" says so",
                    "Encode the bytes as base64 (RFC 4648 section 4), or write \"encoded\": false");
        }
    }

    private static Payload jsonText(Located content) {
        if (!content.value().isTextual()) {
            return new Payload.Text(content.json().value());
        }
        try {
            JsonNode value = StrictJson.read(content.value().textValue());
            if (value.isNull()) {
                throw content.error("\"content\" is null", NEVER_EMPTY);
            }
            return new Payload.Text(value.toString());
        } catch (MalformedJsonException e) {
            throw content.error(
                    "\"content\" is not JSON, although \"encoded\" says so: " + Document.firstSentence(e.problem()),
                    "Correct the JSON within the string, or write it as a value with \"encoded\": false");
        }
    }

    private static String detected(Located content, Encoding encoding) {
        if (encoding == Encoding.BASE64) {
            return "application/octet-stream";
        }
        return encoding == Encoding.JSON || !content.value().isTextual() ? JSON : "text/plain";
    }

    private enum Encoding {
        NONE,
        BASE64,
        JSON
    }
}
