package dev.wspact.internal.websocket;

import dev.wspact.message.Headers;
import dev.wspact.message.Payload;
import dev.wspact.message.ResponseBody;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells text from bytes in the body of an HTTP answer. */
final class HttpText {
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s\";]+)");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0E-\\x1A\\x1C-\\x1F]");

    private HttpText() {}

    /**
     * The body: text by the charset that {@code Content-Type} names, without one by UTF-8 where it can be, else bytes.
     *
     * @param whole whether these are all its bytes; if not, a character may be cut in two at the end
     */
    static ResponseBody body(ByteBuffer bytes, Headers headers, boolean whole) {
        if (whole && !bytes.hasRemaining()) {
            return ResponseBody.NONE;
        }
        String text = isEncoded(headers) ? null : decoded(bytes, charset(headers), whole);
        return new ResponseBody(text == null ? Payload.Binary.of(bytes) : new Payload.Text(text), whole);
    }

    private static boolean isEncoded(Headers headers) {
        return headers.values("Content-Encoding").stream().anyMatch(coding -> !coding.equalsIgnoreCase("identity"));
    }

    private static Charset charset(Headers headers) {
        List<String> types = headers.values("Content-Type");
        Matcher named = CHARSET.matcher(types.isEmpty() ? "" : types.get(0));
        if (!named.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(named.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static @Nullable String decoded(ByteBuffer bytes, Charset charset, boolean whole) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer characters =
                CharBuffer.allocate((int) Math.ceil(bytes.remaining() * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(bytes.duplicate(), characters, whole);
        if (!result.isUnderflow()) {
            return null;
        }
        if (whole && !decoder.flush(characters).isUnderflow()) {
            return null;
        }
        String text = characters.flip().toString();
        return CONTROL.matcher(text).find() ? null : text;
    }
}
