package dev.wspact.internal.contractfile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wspact.contract.Contents;
import java.util.List;

/** Checks the contents of a handshake and of a close, which are no messages but events written as JSON. */
final class EventContents {
    private static final String HANDSHAKE =
            "Write {\"status\": 401, \"headers\": {\"WWW-Authenticate\": [\"Bearer\"]}}";
    private static final String CLOSE = "Write {\"code\": 4001, \"reason\": \"token expired\"}";

    private EventContents() {}

    /** Rejects what no answer to an opening handshake can be. */
    static void checkHandshake(Contents contents, Located at) {
        Members members = event(contents, at, HANDSHAKE);
        checkHandshake(members);
        members.rejectOthers();
    }

    /** The same for an answer whose members may stand among others. */
    static void checkHandshake(Members members) {
        Located status = members.require("status", HANDSHAKE);
        if (status.count(100) > 599) {
            throw status.wrong("an HTTP status from 100 to 599");
        }
        Located headers = members.get("headers");
        if (headers != null) {
            headers.members().forOthers((name, values) -> values.someElements().forEach(Located::anyText));
        }
        // a body is any JSON: text as a string, or what the text of the body is as JSON
        members.get("body");
    }

    /** Rejects what no close can be (RFC 6455 section 7.4; 1005 and 1006 stand for what is not on the wire). */
    static void checkClose(Contents contents, Located at) {
        Members members = event(contents, at, CLOSE);
        checkClose(members);
        members.rejectOthers();
    }

    /** The same for a close whose members may stand among others. */
    static void checkClose(Members members) {
        Located code = members.require("code", CLOSE);
        if (code.count(1000) > 4999 || List.of(1004, 1015).contains(code.value().intValue())) {
            throw code.wrong("a close code from 1000 to 4999 that an endpoint can see");
        }
        members.get("reason", Located::anyText);
    }

    private static Members event(Contents contents, Located at, String remedy) {
        Located content = at.members().require("content", remedy);
        JsonNode value = content.value();
        if (!contents.isJson() || !value.isObject()) {
            throw content.error("\"content\" must be a JSON object", remedy);
        }
        return content.members();
    }
}
