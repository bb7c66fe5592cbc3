package dev.wspact.internal.recording;

import dev.wspact.message.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Payloads in a recording: a member {@code text}, or a member {@code base64} for any bytes. */
final class Payloads {
    private Payloads() {}

    /** The payload that a line has: text where it stands as text, bytes otherwise. */
    static Payload of(Fields line) {
        if (line.has("text") == line.has("base64")) {
            throw line.wrong("a payload is either \"text\" or \"base64\"");
        }
        return line.has("text") ? new Payload.Text(line.text("text")) : Payload.Binary.of(bytes(line));
    }

    private static byte[] bytes(Fields line) {
        try {
            return Base64.getDecoder().decode(line.text("base64"));
        } catch (IllegalArgumentException e) {
            throw line.wrong("\"base64\" is not Base64: " + e.getMessage());
        }
    }

    /** The text that the bytes are in UTF-8; null if they are not. */
    static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
