package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.contract.ContractFormatException;
import java.util.Map;

/**
 * Holds that all texts of a document consist of whole characters. JSON can write half of a surrogate pair as an
 * escape (RFC 8259 section 8.2), but no UTF-8 text, and so no frame and no file, can hold it.
 */
final class WholeCharacters {
    private WholeCharacters() {}

    /**
     * The same document.
     *
     * @throws ContractFormatException with the place of a text that does not consist of whole characters
     */
    static Document required(Document document) {
        if (!areIn(document.tree())) {
            reject(document.root());
        }
        return document;
    }

    private static boolean areIn(JsonNode value) {
        if (value.isTextual()) {
            return half(value.textValue()) < 0;
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (half(member.getKey()) >= 0) {
                return false;
            }
        }
        for (JsonNode part : value) {
            if (!areIn(part)) {
                return false;
            }
        }
        return true;
    }

    private static void reject(Located at) {
        if (at.value().isTextual()) {
            reject(at, at.value().textValue(), at.name());
        } else if (at.value().isArray()) {
            at.elements().forEach(WholeCharacters::reject);
        } else if (at.value().isObject()) {
            at.members().forOthers((name, member) -> {
                reject(member, name, "the name of a member");
                reject(member);
            });
        }
    }

    private static void reject(Located at, String text, String what) {
        int half = half(text);
        if (half >= 0) {
            throw at.error(
                    "%s holds half of a surrogate pair, \\u%04x, which is no character"
                            .formatted(what, (int) text.charAt(half)),
                    "Write the whole character, or leave it out");
        }
    }

    /** Where a surrogate stands without the other one; negative if none does. */
    private static int half(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                if (Character.isLowSurrogate(unit)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
