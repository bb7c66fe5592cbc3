package dev.wspact.internal.verification;

import dev.wspact.contract.Contents;
import dev.wspact.internal.matching.UnjudgeableException;
import dev.wspact.message.FrameType;
import dev.wspact.message.JsonText;
import dev.wspact.message.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Contents of a contract made ready to be sent. */
final class Outgoing {
    private Outgoing() {}

    static Payload of(
            Contents contents,
            FrameType frame,
            JsonText generators,
            Map<String, @Nullable Object> stateValues,
            Surroundings surroundings)
            throws UnjudgeableException {
        Contents generated = generators.isEmptyObject()
                ? contents
                : surroundings.generators().apply(contents, generators, stateValues);
        return inFrame(generated.payload(), frame);
    }

    private static Payload inFrame(Payload payload, FrameType frame) throws UnjudgeableException {
        if (payload.frameType() == frame) {
            return payload;
        }
        byte[] bytes = payload.toBytes();
        if (frame == FrameType.BINARY) {
            return Payload.Binary.of(bytes);
        }
        try {
            return new Payload.Text(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new UnjudgeableException(
                    "the contents to send are not UTF-8, which a text frame must be",
                    "remove \"frame\": \"text\" from the message, or correct its contents");
        }
    }
}
